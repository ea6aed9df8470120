import clsx from 'clsx';
import { formatMoney } from './format.ts';
import * as messages from './messages.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface PriceProps {
  /** Integer minor units (cents). */
  priceMinor: number;
  /** ISO 4217 code. */
  currency: string;
  /** The price before a reduction, in minor units; ignored unless it is higher. */
  compareAtMinor?: number | null | undefined;
  /** "from" and the like, written before the price. */
  prefix?: string | undefined;
  size?: 'sm' | 'md' | 'lg' | undefined;
  locale?: string | undefined;
  nowLabel?: string | undefined;
  beforeLabel?: string | undefined;
  className?: string | undefined;
}

const sizes = { sm: 'text-sm', md: 'text-base', lg: 'text-2xl' };

export function Price(props: PriceProps) {
  const { priceMinor, currency, compareAtMinor, prefix, size = 'md', locale, className } = props;
  const before = compareAtMinor && compareAtMinor > priceMinor ? compareAtMinor : null;
  return (
    <span
      className={clsx('inline-flex flex-wrap items-baseline gap-x-2 tabular-nums', sizes[size], className)}
    >
      <span className="font-semibold text-ink">
        {before !== null && <VisuallyHidden>{`${props.nowLabel ?? messages.priceNow} `}</VisuallyHidden>}
        {prefix && <span className="font-normal text-ink-muted">{prefix} </span>}
        {formatMoney(priceMinor, currency, locale)}
      </span>
      {before !== null && (
        <span className={clsx('text-ink-muted', size === 'lg' ? 'text-base' : 'text-sm')}>
          <VisuallyHidden>{`${props.beforeLabel ?? messages.priceBefore} `}</VisuallyHidden>
          <s>{formatMoney(before, currency, locale)}</s>
        </span>
      )}
    </span>
  );
}
