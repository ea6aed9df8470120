import type { Currency } from '@plaza/contracts';
import { formatMoney } from '@plaza/ui/format';
import type { ReactNode } from 'react';
import { messages } from '../messages.ts';

export interface TotalsProps {
  itemsMinor: number;
  /** Null while nobody knows where to. */
  shippingMinor: number | null;
  totalMinor: number;
  currency: Currency;
  totalLabel?: string;
}

/** Items, shipping and total, as a list of terms. */
export function Totals({ itemsMinor, shippingMinor, totalMinor, currency, totalLabel }: TotalsProps) {
  const shipping =
    shippingMinor === null ? messages.cart.shippingLater : shippingText(shippingMinor, currency);
  return (
    <dl className="flex flex-col gap-2.5 tabular-nums">
      <Term label={messages.cart.subtotal}>{formatMoney(itemsMinor, currency)}</Term>
      <Term label={messages.cart.shipping}>{shipping}</Term>
      <div className="mt-1.5 flex items-baseline justify-between border-t border-line pt-4 text-lg font-semibold">
        <dt>
          {totalLabel ?? (shippingMinor === null ? messages.cart.totalBeforeShipping : messages.cart.total)}
        </dt>
        <dd>{formatMoney(totalMinor, currency)}</dd>
      </div>
    </dl>
  );
}

/** A price of shipping for people: "Free" for nothing. */
export const shippingText = (priceMinor: number, currency: string): string =>
  priceMinor === 0 ? messages.checkout.free : formatMoney(priceMinor, currency);

function Term({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <dt className="text-ink-muted">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
