import clsx from 'clsx';

export interface Sum {
  label: string;
  /** An amount as people read it. */
  value: string;
}

export interface SumListProps {
  parts: readonly Sum[];
  total: Sum;
  /** What has changed since: money given back. */
  after?: readonly Sum[] | undefined;
  className?: string | undefined;
}

/** Amounts and what they come to, as a list of terms. */
export function SumList({ parts, total, after = [], className }: SumListProps) {
  return (
    <dl className={clsx('flex flex-col gap-2.5 tabular-nums', className)}>
      {parts.map((sum) => (
        <Row key={sum.label} {...sum} />
      ))}
      <div className="mt-1.5 flex items-baseline justify-between gap-4 border-t border-line pt-4 text-lg font-semibold">
        <dt>{total.label}</dt>
        <dd>{total.value}</dd>
      </div>
      {after.map((sum) => (
        <Row key={sum.label} {...sum} />
      ))}
    </dl>
  );
}

function Row({ label, value }: Sum) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <dt className="text-ink-muted">{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
