import Download from 'lucide-react/icons/download';
import { type CsvCell, formatCsv } from './csv.ts';
import * as messages from './messages.ts';

export interface CsvTable {
  /** Name of the file, without its ending. */
  fileName: string;
  head: readonly string[];
  rows: readonly (readonly CsvCell[])[];
}

export interface CsvButtonProps extends CsvTable {
  /** What is in the file, for people who hear the button without what is around it. */
  of: string;
  label?: string | undefined;
}

/** Saves a table as a file of CSV, made in the browser of what is shown. */
export function CsvButton({ fileName, head, rows, of, label = messages.csv }: CsvButtonProps) {
  return (
    <button
      type="button"
      onClick={() => saveFile(`${fileName}.csv`, formatCsv(head, rows))}
      aria-label={`${label}: ${of}`}
      className="inline-flex items-center gap-1.5 rounded-xs text-sm text-ink-muted underline-offset-4 hover:text-ink hover:underline"
    >
      <Download size={14} aria-hidden="true" />
      {label}
    </button>
  );
}

// Spreadsheets take a file without this mark for one of their own old encodings.
const UTF8_MARK = '\ufeff';

function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([UTF8_MARK, text], { type: 'text/csv;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
