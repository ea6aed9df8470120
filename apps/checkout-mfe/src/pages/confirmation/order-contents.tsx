import { addressLines, type Order, type SellerOrder } from '@plaza/contracts';
import { orderMessages, statusTones } from '@plaza/contracts/messages';
import { AppLink, paths } from '@plaza/navigation';
import { StatusBadge } from '@plaza/ui/badge';
import { Card } from '@plaza/ui/card';
import { formatMoney } from '@plaza/ui/format';
import { ItemRow } from '@plaza/ui/item-row';
import { Panel } from '@plaza/ui/panel';
import { PostalAddress } from '@plaza/ui/postal-address';
import { Totals } from '../../cart/totals.tsx';

/** What was ordered, from whom, where it goes and what it costs. */
export function OrderContents({ order }: { order: Order }) {
  return (
    <div className="flex flex-col gap-5">
      {order.sellerOrders.map((parcel) => (
        <Parcel key={parcel.id} parcel={parcel} currency={order.currency} />
      ))}
      <div className="grid gap-5 sm:grid-cols-2">
        <Card className="md:p-6">
          <h2 className="mb-3 text-lg font-semibold">{orderMessages.deliverTo}</h2>
          <PostalAddress lines={addressLines(order.address)} />
        </Card>
        <Card className="md:p-6">
          <h2 className="mb-3 text-lg font-semibold">{orderMessages.summary}</h2>
          <Totals
            itemsMinor={order.itemsMinor}
            shippingMinor={order.shippingMinor}
            totalMinor={order.totalMinor}
            currency={order.currency}
          />
        </Card>
      </div>
    </div>
  );
}

function Parcel({ parcel, currency }: { parcel: SellerOrder; currency: string }) {
  const arrives = orderMessages.arrives(parcel.estimatedDelivery);
  const speed = orderMessages.shippingBy(parcel.shippingSpeed);
  return (
    <Panel
      label={orderMessages.parcelFrom(parcel.seller.name)}
      title={orderMessages.parcelFrom(parcel.seller.name)}
      aside={
        <StatusBadge tone={statusTones[parcel.status]}>
          {orderMessages.parcelStatus[parcel.status]}
        </StatusBadge>
      }
      text={[arrives, speed].filter(Boolean).join(' · ')}
    >
      <ul className="flex flex-col gap-4">
        {parcel.lines.map((line) => (
          <li key={line.variantId}>
            <ItemRow
              picture={line.picture}
              title={
                <AppLink
                  href={paths.product(line.productSlug)}
                  className="text-ink no-underline hover:underline"
                >
                  {line.title}
                </AppLink>
              }
              details={[line.variantLabel, orderMessages.quantity(line.quantity)]}
              aside={formatMoney(line.totalMinor, currency)}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
