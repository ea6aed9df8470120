import clsx from 'clsx';
import ArrowDownRight from 'lucide-react/icons/arrow-down-right';
import ArrowUpRight from 'lucide-react/icons/arrow-up-right';
import type { ReactNode } from 'react';
import { formatChange } from './format.ts';
import * as messages from './messages.ts';
import { SkeletonText } from './skeleton.tsx';

export interface StatTileProps {
  label: string;
  /** Formatted for people: "$12,400". */
  value: ReactNode;
  /** The two raw values behind the change; left out when there is no comparison. */
  compare?: { now: number; before: number } | undefined;
  /** Below the value, where nothing is compared. */
  note?: ReactNode;
  /** Which way is good news. */
  goodWhen?: 'up' | 'down' | undefined;
  againstLabel?: string | undefined;
  noComparisonLabel?: string | undefined;
  loading?: boolean | undefined;
  className?: string | undefined;
}

/** One figure and how it changed. */
export function StatTile(props: StatTileProps) {
  const { label, value, compare, goodWhen = 'up', loading, className } = props;
  const change = compare && formatChange(compare.now, compare.before);
  return (
    <div className={clsx('flex flex-col gap-1 rounded-lg border border-line bg-surface p-5', className)}>
      <p className="text-sm text-ink-muted">{label}</p>
      {loading ? (
        <SkeletonText className="w-24 text-2xl" />
      ) : (
        <p className="text-2xl font-semibold text-ink tabular-nums">{value}</p>
      )}
      {loading ? (
        <SkeletonText className="w-36 text-sm" />
      ) : (
        compare && (
          <p className="text-sm text-ink-muted">
            {change ? (
              <>
                <Change text={change} up={directionOf(compare)} goodWhen={goodWhen} />{' '}
                {props.againstLabel ?? messages.againstBefore}
              </>
            ) : (
              (props.noComparisonLabel ?? messages.noComparison)
            )}
          </p>
        )
      )}
      {props.note && <p className="text-sm text-ink-muted">{props.note}</p>}
    </div>
  );
}

function Change({ text, up, goodWhen }: { text: string; up: boolean | null; goodWhen: 'up' | 'down' }) {
  if (up === null) return <span className="font-medium tabular-nums">{text}</span>;
  const Arrow = up ? ArrowUpRight : ArrowDownRight;
  const good = up === (goodWhen === 'up');
  return (
    <span className={clsx('font-medium tabular-nums', good ? 'text-positive' : 'text-danger')}>
      <Arrow size={16} aria-hidden="true" className="me-0.5 inline-block align-[-0.2em]" />
      {text}
    </span>
  );
}

/** Null when nothing changed. */
const directionOf = ({ now, before }: { now: number; before: number }): boolean | null =>
  now === before ? null : now > before;
