import clsx from 'clsx';
import type { ReactNode } from 'react';

export interface Fact {
  label: string;
  value: ReactNode;
}

export interface FactListProps {
  facts: readonly Fact[];
  /** Beside each other where there is room. */
  wide?: boolean;
}

/** What is known about one thing, as a list of terms. */
export function FactList({ facts, wide = false }: FactListProps) {
  return (
    <dl className={clsx('grid gap-x-8 gap-y-4', wide && 'sm:grid-cols-2 lg:grid-cols-3')}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt className="text-sm font-medium text-ink-muted">{label}</dt>
          <dd className="wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
