import type { Order, SellerOrder } from '@plaza/contracts';
import { AppLink, paths } from '@plaza/navigation';
import { StatusBadge, type Tone } from '@plaza/ui/badge';
import { Card } from '@plaza/ui/card';
import { formatMoney } from '@plaza/ui/format';
import { Picture } from '@plaza/ui/picture';
import { AddressLines } from '../../cart/address-lines.tsx';
import { Totals } from '../../cart/totals.tsx';
import { messages } from '../../messages.ts';
import { formatWindow } from './delivery-window.ts';

const texts = messages.confirmation;
const tones: Record<SellerOrder['status'], Tone> = {
  pending_payment: 'warning',
  paid: 'positive',
  shipped: 'accent',
  delivered: 'positive',
  cancelled: 'neutral',
  expired: 'neutral',
};

/** What was ordered, from whom, where it goes and what it costs. */
export function OrderReceipt({ order }: { order: Order }) {
  return (
    <div className="flex flex-col gap-5">
      <p className="text-ink-muted">
        {texts.number} <span className="font-medium text-ink tabular-nums">{order.number}</span>
        {' · '}
        {texts.parcels(order.sellerOrders.length)}
      </p>
      {order.sellerOrders.map((part) => (
        <Parcel key={part.id} part={part} currency={order.currency} />
      ))}
      <div className="grid gap-5 sm:grid-cols-2">
        <Card>
          <h2 className="mb-2 font-semibold">{texts.deliverTo}</h2>
          <AddressLines address={order.address} />
        </Card>
        <Card>
          <h2 className="mb-3 font-semibold">{texts.totals}</h2>
          <Totals
            itemsMinor={order.itemsMinor}
            shippingMinor={order.shippingMinor}
            totalMinor={order.totalMinor}
            currency={order.currency}
            {...(order.status === 'paid' && { totalLabel: texts.paid })}
          />
        </Card>
      </div>
    </div>
  );
}

function Parcel({ part, currency }: { part: SellerOrder; currency: string }) {
  const arrival = formatWindow(part.estimatedDelivery);
  return (
    <Card padding="none">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line px-5 py-3.5">
        <div>
          <h2 className="font-semibold">{texts.parcelFrom(part.seller.name)}</h2>
          <p className="text-sm text-ink-muted tabular-nums">
            {part.number} · {messages.checkout.speeds[part.shippingSpeed]}
          </p>
        </div>
        <StatusBadge tone={tones[part.status]}>{texts.status[part.status]}</StatusBadge>
      </div>
      <ul className="flex flex-col gap-4 px-5 py-4">
        {part.lines.map((line) => (
          <li key={line.variantId} className="grid grid-cols-[3.5rem_1fr_auto] gap-x-4">
            <span className="aspect-square overflow-hidden rounded-sm bg-surface-sunken">
              {line.picture && (
                <Picture
                  src={line.picture.url}
                  alt=""
                  width={line.picture.width}
                  height={line.picture.height}
                  className="size-full"
                />
              )}
            </span>
            <span className="min-w-0">
              <AppLink
                href={paths.product(line.productSlug)}
                className="font-medium text-ink hover:underline"
              >
                {line.title}
              </AppLink>
              <span className="block text-sm text-ink-muted">
                {[line.variantLabel, messages.checkout.quantity(line.quantity)].filter(Boolean).join(' · ')}
              </span>
            </span>
            <span className="tabular-nums">{formatMoney(line.totalMinor, currency)}</span>
          </li>
        ))}
      </ul>
      {arrival && (
        <p className="border-t border-line px-5 py-3 text-sm">{texts.arrives(arrival.from, arrival.to)}</p>
      )}
    </Card>
  );
}
