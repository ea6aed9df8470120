import type { Order } from '@plaza/contracts';
import { Card } from '@plaza/ui/card';
import { DEFAULT_LOCALE, formatMoney } from '@plaza/ui/format';
import clsx from 'clsx';
import { messages } from '../../messages.ts';

const texts = messages.order;
const countries = new Intl.DisplayNames(DEFAULT_LOCALE, { type: 'region' });

/** What the order comes to, and where it goes. */
export function OrderSummary({ order }: { order: Order }) {
  const { address } = order;
  const addressLines = [
    address.fullName,
    address.line1,
    address.line2,
    [address.city, address.region, address.postalCode].filter((part) => part !== '').join(', '),
    countries.of(address.country) ?? address.country,
    address.phone,
  ].filter((line) => line !== '');
  const money = (amountMinor: number) => formatMoney(amountMinor, order.currency);

  return (
    <Card className="flex flex-col gap-6 lg:sticky lg:top-24" padding="lg">
      <section aria-labelledby="summary">
        <h2 id="summary" className="mb-3 text-lg font-semibold">
          {texts.summary}
        </h2>
        <dl className="flex flex-col gap-2 tabular-nums">
          <Amount label={texts.itemsTotal} amount={money(order.itemsMinor)} />
          <Amount
            label={texts.shipping}
            amount={order.shippingMinor === 0 ? texts.free : money(order.shippingMinor)}
          />
          <Amount label={texts.total} amount={money(order.totalMinor)} strong />
          {order.refundedMinor > 0 && <Amount label={texts.refunded} amount={money(order.refundedMinor)} />}
        </dl>
      </section>
      <section aria-labelledby="deliver-to">
        <h2 id="deliver-to" className="mb-1 text-sm font-medium text-ink-muted">
          {texts.deliverTo}
        </h2>
        <address className="flex flex-col not-italic">
          {addressLines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </address>
      </section>
      <section aria-labelledby="confirmation-to">
        <h2 id="confirmation-to" className="mb-1 text-sm font-medium text-ink-muted">
          {texts.confirmationTo}
        </h2>
        <p className="break-all">{order.email}</p>
      </section>
    </Card>
  );
}

function Amount({ label, amount, strong }: { label: string; amount: string; strong?: boolean }) {
  return (
    <div
      className={clsx(
        'flex justify-between gap-4',
        strong && 'border-t border-line pt-2 text-lg font-semibold',
      )}
    >
      <dt className={clsx(!strong && 'text-ink-muted')}>{label}</dt>
      <dd>{amount}</dd>
    </div>
  );
}
