import clsx from 'clsx';
import { ScrollBox } from './scroll-box.tsx';

export interface HeatRow {
  label: string;
  /** Beside the label: how many there are. */
  size: string;
  /** From 0 to 1 with the text that is written; null where there is nothing to know yet. */
  cells: readonly ({ share: number; text: string; title?: string | undefined } | null)[];
}

export interface HeatTableProps {
  /** Read aloud before the table. */
  caption: string;
  /** Of the labels, the sizes and each cell. */
  head: readonly string[];
  rows: readonly HeatRow[];
}

/** At most this much of the colour, so that ink stays legible on it. */
const STRONGEST_PERCENT = 46;

/** A table whose cells are the darker the larger their share; the share is written too. */
export function HeatTable({ caption, head, rows }: HeatTableProps) {
  const highest = Math.max(0, ...rows.flatMap((row) => row.cells.map((cell) => cell?.share ?? 0)));
  return (
    <ScrollBox className="overflow-x-auto" aria-label={caption}>
      <table className="w-full border-separate border-spacing-0.5 text-sm tabular-nums">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="text-ink-muted">
            {head.map((name, column) => (
              <th
                key={name}
                scope="col"
                className={clsx(
                  'px-2 pb-1 font-medium whitespace-nowrap',
                  column === 0 ? 'text-start first:ps-0' : column === 1 ? 'text-end' : 'text-center',
                )}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row" className="pe-2 text-start font-medium whitespace-nowrap text-ink">
                {row.label}
              </th>
              <td className="px-2 text-end text-ink-muted">{row.size}</td>
              {row.cells.map((cell, column) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                  key={column}
                  title={cell?.title}
                  className="h-10 min-w-14 rounded-xs px-2 text-center text-ink"
                  style={
                    cell ? { backgroundColor: shade(highest === 0 ? 0 : cell.share / highest) } : undefined
                  }
                >
                  {cell?.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

const shade = (strength: number): string =>
  `color-mix(in oklab, var(--plaza-chart-1) ${Math.round(4 + strength * (STRONGEST_PERCENT - 4))}%, var(--plaza-surface))`;
