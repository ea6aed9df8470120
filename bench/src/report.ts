/** One line of the report: a figure, what it is held against, and whether it got there. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** Absent when a figure is only stated. */
  aim?: number;
  /** Whether more or less is better. */
  better: 'higher' | 'lower';
  /** Anything worth reading beside the number. */
  note?: string;
}

/** @returns null when there is no aim */
export const reached = ({ value, aim, better }: Figure): boolean | null => {
  if (aim === undefined) return null;
  return better === 'higher' ? value >= aim : value <= aim;
};

const round = (value: number) =>
  (Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 1000) / 1000).toLocaleString('en-US');

/** The figures as a table for a terminal. `ratio` is value to aim, above 1 when it is better than asked. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { name, value, unit, aim, note = '' } = figure;
    const measured = [name, `${round(value)} ${unit}`];
    if (aim === undefined) return ['', ...measured, '', '', note];
    const isHigherBetter = figure.better === 'higher';
    const ratio = isHigherBetter ? value / aim : aim / value;
    return [
      reached(figure) ? 'yes' : 'NO',
      ...measured,
      `${isHigherBetter ? '>=' : '<='} ${round(aim)}`,
      Number.isFinite(ratio) ? `${ratio.toFixed(2)}x` : '',
      note,
    ];
  });
  const all = [['reached', 'what', 'measured', 'aim', 'ratio', 'note'], ...rows];
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
