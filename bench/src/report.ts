/** One line of the report: a figure, what it is held against, and whether it got there. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  aim: number;
  /** Whether more or less is better. */
  better: 'higher' | 'lower';
  /** Anything worth reading beside the number. */
  note?: string;
}

export const reached = (figure: Figure): boolean =>
  figure.better === 'higher' ? figure.value >= figure.aim : figure.value <= figure.aim;

const round = (value: number) =>
  (Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 1000) / 1000).toLocaleString('en-US');

/** The figures as a table for a terminal. `ratio` is value to aim, above 1 when it is better than asked. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const ratio = figure.better === 'higher' ? figure.value / figure.aim : figure.aim / figure.value;
    const sign = figure.better === 'higher' ? '>=' : '<=';
    return [
      reached(figure) ? 'yes' : 'NO',
      figure.name,
      `${round(figure.value)} ${figure.unit}`,
      `${sign} ${round(figure.aim)}`,
      Number.isFinite(ratio) ? `${ratio.toFixed(2)}x` : '',
      figure.note ?? '',
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
