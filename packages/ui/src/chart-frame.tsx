import clsx from 'clsx';
import { type ReactNode, useId } from 'react';
import type { CsvCell } from './csv.ts';
import { CsvButton } from './csv-button.tsx';
import * as messages from './messages.ts';
import { ScrollBox } from './scroll-box.tsx';

export interface LegendEntry {
  label: string;
  colour: string;
  dashes?: string | undefined;
  /** Drawn as a patch instead of a line: of bars. */
  patch?: 'full' | 'hatched' | undefined;
}

export interface ChartFrameProps {
  title: string;
  /** What the chart says, in a sentence, for people who do not see it. */
  description: string;
  hideTitle?: boolean | undefined;
  /** Beside the title: a figure, a choice of period. */
  aside?: ReactNode;
  legend?: readonly LegendEntry[] | undefined;
  tableLabel?: string | undefined;
  className?: string | undefined;
  /** The first column names the row. */
  tableHead: readonly string[];
  tableRows: readonly (readonly string[])[];
  /** The file's name, without its ending; without one nothing can be saved. */
  csvName?: string | undefined;
  /** As the rows of the table, to be reckoned with: `1234.50` for `$1,234.50`. */
  csvRows: readonly (readonly CsvCell[])[];
  children: ReactNode;
}

/** A chart with its name, its legend, and the same numbers as a table behind it and as a file. */
export function ChartFrame(props: ChartFrameProps) {
  const { title, description, hideTitle, aside, legend, tableHead, tableRows, className, children } = props;
  const titleId = useId();
  const descriptionId = useId();
  return (
    <figure
      className={clsx('flex min-w-0 flex-col gap-4', className)}
      aria-labelledby={titleId}
      aria-describedby={descriptionId}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <p id={titleId} className={hideTitle ? 'sr-only' : 'text-lg font-semibold text-ink'}>
          {title}
        </p>
        {aside}
      </div>
      <p id={descriptionId} className="sr-only">
        {description} {messages.chartKeys}
      </p>
      {children}
      {legend && legend.length > 1 && (
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-muted">
          {legend.map((entry) => (
            <li key={entry.label} className="flex items-center gap-2">
              <Swatch {...entry} />
              {entry.label}
            </li>
          ))}
        </ul>
      )}
      <div className="relative mt-auto">
        <ChartTable
          label={props.tableLabel ?? messages.chartTable}
          caption={title}
          head={tableHead}
          rows={tableRows}
        />
        {props.csvName !== undefined && (
          <div className="absolute end-0 top-0">
            <CsvButton fileName={props.csvName} head={tableHead} rows={props.csvRows} of={title} />
          </div>
        )}
      </div>
    </figure>
  );
}

function Swatch({ colour, dashes, patch }: LegendEntry) {
  if (patch)
    return (
      <span
        aria-hidden="true"
        className="size-3 rounded-xs border"
        style={{
          borderColor: colour,
          background:
            patch === 'full'
              ? colour
              : `repeating-linear-gradient(45deg, ${colour} 0 1.5px, transparent 1.5px 4px)`,
        }}
      />
    );
  return (
    <svg width="20" height="4" aria-hidden="true">
      <path d="M1 2h18" stroke={colour} strokeWidth="2.5" strokeLinecap="round" strokeDasharray={dashes} />
    </svg>
  );
}

interface ChartTableProps {
  label: string;
  caption: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

function ChartTable({ label, caption, head, rows }: ChartTableProps) {
  return (
    <details className="text-sm">
      <summary className="w-fit rounded-xs text-ink-muted underline-offset-4 hover:text-ink hover:underline">
        {label}
      </summary>
      <ScrollBox className="mt-3 max-h-72 overflow-auto" aria-label={caption}>
        <table className="w-full border-collapse tabular-nums">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr className="border-b border-line text-ink-muted">
              {head.map((name, column) => (
                <th
                  key={name}
                  scope="col"
                  className={clsx('py-2 font-medium', column ? 'ps-4 text-end' : 'text-start')}
                >
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name = '', ...values]) => (
              <tr key={name} className="border-b border-line last:border-b-0">
                <th scope="row" className="py-2 text-start font-normal text-ink">
                  {name}
                </th>
                {head.slice(1).map((column, index) => (
                  <td key={column} className="py-2 ps-4 text-end text-ink">
                    {values[index]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  );
}
