import { orderMessages, statusTones } from '@plaza/contracts/messages';
import type { PageProps } from '@plaza/federation/remote';
import { AppLink, paths } from '@plaza/navigation';
import { StatusBadge } from '@plaza/ui/badge';
import { Breadcrumbs } from '@plaza/ui/breadcrumbs';
import { Container } from '@plaza/ui/container';
import { formatMoney } from '@plaza/ui/format';
import { Notice } from '@plaza/ui/notice';
import { useFormatTime } from '../../local-time.tsx';
import { messages } from '../../messages.ts';
import { itemsIn } from '../../order/items-in.ts';
import { isFinal } from '../../order/timeline-steps.ts';
import { useLiveOrder } from '../../order/use-live-order.ts';
import type { OrderData } from './load-order.ts';
import { OrderSummary } from './order-summary.tsx';
import { Parcel } from './parcel.tsx';
import { PayAgain } from './pay-again.tsx';

const texts = messages.order;

/** One order with a parcel per seller; what happens to it shows while the page is open. */
export function OrderPage({ data }: PageProps<OrderData>) {
  const order = useLiveOrder(data);
  const formatTime = useFormatTime();
  return (
    <Container className="flex flex-col gap-6 pt-5 pb-20 md:gap-8">
      <header className="flex flex-col gap-2">
        <Breadcrumbs
          linkAs={AppLink}
          trail={[
            { label: messages.orders.title, href: paths.orders() },
            { label: orderMessages.order(order.number) },
          ]}
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <h1 className="text-3xl font-semibold max-sm:w-full">{orderMessages.order(order.number)}</h1>
          <span aria-live="polite" data-testid="order-status">
            <StatusBadge tone={statusTones[order.status]}>
              {orderMessages.orderStatus[order.status]}
            </StatusBadge>
          </span>
          <span className="text-lg font-semibold tabular-nums">
            {`${orderMessages.total} ${formatMoney(order.totalMinor, order.currency)}`}
          </span>
        </div>
        <p className="text-ink-muted">
          <time dateTime={order.placedAt}>{texts.placedAt(formatTime(order.placedAt))}</time>
          {' · '}
          {orderMessages.itemCount(itemsIn(order))}
          {order.sellerOrders.some(({ status }) => !isFinal(status)) && ` · ${texts.live}`}
        </p>
      </header>
      {order.status === 'pending_payment' && <PayAgain order={order} />}
      {order.status === 'expired' && <Notice title={texts.expiredTitle}>{texts.expiredText}</Notice>}
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-12">
        <div className="flex flex-col gap-6">
          {order.sellerOrders.map((sellerOrder) => (
            <Parcel key={sellerOrder.id} parcel={sellerOrder} currency={order.currency} />
          ))}
        </div>
        <OrderSummary order={order} />
      </div>
    </Container>
  );
}
