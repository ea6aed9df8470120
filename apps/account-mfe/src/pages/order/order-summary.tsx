import { addressLines, type Order } from '@plaza/contracts';
import { orderMessages } from '@plaza/contracts/messages';
import { AppLink, paths } from '@plaza/navigation';
import { buttonClass } from '@plaza/ui/button';
import { Card } from '@plaza/ui/card';
import { formatMoney } from '@plaza/ui/format';
import { PostalAddress } from '@plaza/ui/postal-address';
import { SumList } from '@plaza/ui/sum-list';

/** What the order comes to, and where it goes. */
export function OrderSummary({ order }: { order: Order }) {
  const money = (amountMinor: number) => formatMoney(amountMinor, order.currency);
  const wasPaid = order.status === 'paid' || order.refundedMinor > 0;
  return (
    <Card className="flex flex-col gap-6 lg:sticky lg:top-24" padding="lg">
      <section aria-labelledby="summary">
        <h2 id="summary" className="mb-3 text-lg font-semibold">
          {orderMessages.summary}
        </h2>
        <SumList
          parts={[
            { label: orderMessages.items, value: money(order.itemsMinor) },
            {
              label: orderMessages.shipping,
              value: order.shippingMinor === 0 ? orderMessages.free : money(order.shippingMinor),
            },
          ]}
          total={{ label: orderMessages.total, value: money(order.totalMinor) }}
          after={
            order.refundedMinor > 0
              ? [{ label: orderMessages.refunded, value: money(order.refundedMinor) }]
              : []
          }
        />
        {wasPaid && (
          <AppLink
            href={paths.receipt(order.id)}
            className={`${buttonClass({ variant: 'secondary' })} mt-5 lg:w-full`}
          >
            {orderMessages.viewReceipt}
          </AppLink>
        )}
      </section>
      <section aria-labelledby="deliver-to">
        <h2 id="deliver-to" className="mb-1 text-sm font-medium text-ink-muted">
          {orderMessages.deliverTo}
        </h2>
        <PostalAddress lines={[...addressLines(order.address), order.address.phone].filter(Boolean)} />
      </section>
      <section aria-labelledby="confirmation-to">
        <h2 id="confirmation-to" className="mb-1 text-sm font-medium text-ink-muted">
          {orderMessages.confirmationTo}
        </h2>
        <p className="wrap-anywhere">{order.email}</p>
      </section>
    </Card>
  );
}
