import type { SellerOrderForSeller } from '@plaza/contracts';
import { linkClass } from '@plaza/ui/button';
import { formatMoney } from '@plaza/ui/format';
import { Thumbnail } from '@plaza/ui/thumbnail';
import { Timeline } from '@plaza/ui/timeline';
import type { ReactNode } from 'react';
import { messages } from '../../messages.ts';
import { formatMoment } from '../../shared/when.ts';
import { OrderStatus } from './order-status.tsx';

const texts = messages.orders;
const countries = new Intl.DisplayNames('en', { type: 'region' });

/** What to pack, where to send it, and what happened so far. */
export function OrderDetail({ order }: { order: SellerOrderForSeller }) {
  const { address } = order;
  const place = [address.city, address.region, address.postalCode].filter(Boolean).join(', ');
  const country = countries.of(address.country) ?? address.country;
  const addressLines = [address.fullName, address.line1, address.line2, place, country].filter(Boolean);
  return (
    <div className="flex flex-col gap-6">
      <p className="flex flex-wrap items-center gap-3 text-sm text-ink-muted">
        <OrderStatus status={order.status} />
        {formatMoment(order.placedAt)}
      </p>
      <Part title={texts.shipTo}>
        <address className="not-italic">
          {addressLines.map((line) => (
            <span key={line} className="block wrap-anywhere">
              {line}
            </span>
          ))}
        </address>
      </Part>
      <Part title={texts.contact}>
        <a href={`mailto:${order.email}`} className={`${linkClass} wrap-anywhere`}>
          {order.email}
        </a>
        {address.phone && <p>{address.phone}</p>}
      </Part>
      <Part title={texts.lines}>
        <OrderLines order={order} />
      </Part>
      {order.trackingNumber && (
        <Part title={texts.tracking}>
          <p className="wrap-anywhere">
            {order.carrier} · {order.trackingNumber}
          </p>
        </Part>
      )}
      <Part title={texts.history}>
        <Timeline
          label={texts.history}
          steps={order.timeline.map(({ status, at }, index) => ({
            id: `${status}-${at}`,
            title: messages.orderStatus[status],
            time: formatMoment(at),
            state: index === order.timeline.length - 1 ? 'current' : 'done',
          }))}
        />
      </Part>
    </div>
  );
}

function OrderLines({ order }: { order: SellerOrderForSeller }) {
  return (
    <>
      <ul className="flex flex-col gap-3">
        {order.lines.map((line) => (
          <li key={line.variantId} className="grid grid-cols-[auto_1fr_auto] gap-3.5">
            <Thumbnail picture={line.picture} className="size-12 shrink-0" />
            <span className="min-w-0">
              <span className="block font-medium">{line.title}</span>
              <span className="block text-sm text-ink-muted">
                {texts.quantity(line.quantity)} {line.variantLabel}
              </span>
            </span>
            <span className="tabular-nums">{formatMoney(line.totalMinor, order.currency)}</span>
          </li>
        ))}
      </ul>
      <dl className="mt-4 flex flex-col gap-1.5 border-t border-line pt-3 tabular-nums">
        <Sum label={texts.subtotal}>{formatMoney(order.itemsMinor, order.currency)}</Sum>
        <Sum label={texts.shipping(texts.speeds[order.shippingSpeed])}>
          {formatMoney(order.shippingMinor, order.currency)}
        </Sum>
        <Sum label={texts.total} strong>
          {formatMoney(order.totalMinor, order.currency)}
        </Sum>
      </dl>
    </>
  );
}

function Sum({ label, strong = false, children }: { label: string; strong?: boolean; children: ReactNode }) {
  return (
    <div className={strong ? 'flex justify-between font-semibold' : 'flex justify-between'}>
      <dt className={strong ? undefined : 'text-ink-muted'}>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="mb-2 text-sm font-medium text-ink-muted">{title}</h3>
      {children}
    </section>
  );
}
