import clsx from 'clsx';

export interface ShareBar {
  label: string;
  /** Written at the end of the line: a count. */
  value: string;
  /** From 0 to 1: how much of the line the bar fills. */
  share: number;
  /** Below the bar: what the value means beside others. */
  note?: string | undefined;
}

/** Named values as bars below each other, each written out: steps of a funnel, parts of a whole. */
export function ShareBars({ label, bars }: { label: string; bars: readonly ShareBar[] }) {
  return (
    <ul aria-label={label} className="flex flex-col gap-5">
      {bars.map((bar) => (
        <li key={bar.label} className="flex flex-col gap-1.5">
          <p className="flex items-baseline justify-between gap-4">
            <span className="font-medium text-ink">{bar.label}</span>
            <span className="text-lg font-semibold text-ink tabular-nums">{bar.value}</span>
          </p>
          <span aria-hidden="true" className="h-3 overflow-hidden rounded-full bg-surface-sunken">
            <span
              className={clsx(
                'block h-full rounded-full bg-chart-1 transition-[width] duration-300 ease-out motion-reduce:transition-none',
                bar.share > 0 && 'min-w-0.5',
              )}
              style={{ width: `${Math.min(1, Math.max(0, bar.share)) * 100}%` }}
            />
          </span>
          {bar.note && <p className="text-sm text-ink-muted">{bar.note}</p>}
        </li>
      ))}
    </ul>
  );
}
