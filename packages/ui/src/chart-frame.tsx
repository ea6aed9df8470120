import clsx from 'clsx';
import { type ReactNode, useId } from 'react';
import { messages } from './messages.ts';

export interface ChartFrameProps {
  title: string;
  /** What the chart says, in a sentence, for people who do not see it. */
  description: string;
  hideTitle?: boolean | undefined;
  /** Beside the title: a figure, a choice of period. */
  aside?: ReactNode;
  legend?: readonly { label: string; colour: string; dashes?: string | undefined }[] | undefined;
  tableLabel?: string | undefined;
  className?: string | undefined;
  /** The first column names the row. */
  tableHead: readonly string[];
  tableRows: readonly (readonly string[])[];
  children: ReactNode;
}

/** A chart with its name, its legend, and the same numbers as a table behind it. */
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
          {legend.map((line) => (
            <li key={line.label} className="flex items-center gap-2">
              <svg width="20" height="4" aria-hidden="true">
                <path
                  d="M1 2h18"
                  stroke={line.colour}
                  strokeWidth="2.5"
                  strokeLinecap="round"
                  strokeDasharray={line.dashes}
                />
              </svg>
              {line.label}
            </li>
          ))}
        </ul>
      )}
      <ChartTable
        label={props.tableLabel ?? messages.chartTable}
        caption={title}
        head={tableHead}
        rows={tableRows}
      />
    </figure>
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
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="mt-3 max-h-72 overflow-auto" tabIndex={0} aria-label={caption}>
        <table className="w-full border-collapse tabular-nums">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr className="border-b border-line text-ink-muted">
              {head.map((name, column) => (
                <th
                  key={name}
                  scope="col"
                  className={clsx('py-2 font-medium', column ? 'text-end' : 'text-start')}
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
                  <td key={column} className="py-2 text-end text-ink">
                    {values[index]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
