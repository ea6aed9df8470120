export type CsvCell = string | number;

/**
 * Writes rows as CSV (RFC 4180). Text that a spreadsheet would run as a formula is kept text by an apostrophe.
 * @param head names of the columns
 */
export const formatCsv = (head: readonly string[], rows: readonly (readonly CsvCell[])[]): string =>
  [head, ...rows].map((row) => `${row.map(formatCell).join(',')}\r\n`).join('');

const NUMBER = /^-?\d+(\.\d+)?$/;

function formatCell(cell: CsvCell): string {
  const text = String(cell);
  const safe = /^[=+\-@\t\r]/.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
