import { newId } from '@plaza/contracts';
import { createSalesEvent, type SalesEventOf } from '@plaza/events';

/** A paid order with one line at each seller. */
export function paidOrder(input: {
  sellerIds: readonly string[];
  amountMinor?: number;
  shippingMinor?: number;
  productId?: string;
  variantId?: string;
  title?: string;
  buyerKey?: string;
  occurredAt?: Date;
}): SalesEventOf<'order.paid'> {
  const { amountMinor = 1_000, shippingMinor = 250, sellerIds } = input;
  const orderId = newId();
  return createSalesEvent('order.paid', {
    aggregateId: orderId,
    occurredAt: input.occurredAt ?? new Date(),
    payload: {
      orderId,
      orderNumber: orderId.slice(-8),
      buyerKey: input.buyerKey ?? 'buyer',
      currency: 'USD',
      totalMinor: sellerIds.length * (2 * amountMinor + shippingMinor),
      sellerOrders: sellerIds.map((sellerId) => ({
        sellerOrderId: newId(),
        sellerId,
        itemsMinor: 2 * amountMinor,
        shippingMinor,
        totalMinor: 2 * amountMinor + shippingMinor,
        lines: [
          {
            productId: input.productId ?? newId(),
            variantId: input.variantId ?? newId(),
            title: input.title ?? 'Cable',
            quantity: 2,
            unitPriceMinor: amountMinor,
            totalMinor: 2 * amountMinor,
          },
        ],
      })),
    },
  });
}

/** Everything back for the first seller order of a paid order. */
export function refundOf(paid: SalesEventOf<'order.paid'>): SalesEventOf<'payment.refunded'> {
  const { orderId, currency, sellerOrders } = paid.payload;
  const [first] = sellerOrders;
  if (first === undefined) throw new Error('An order has a seller order.');
  const { sellerOrderId, sellerId, totalMinor } = first;
  return createSalesEvent('payment.refunded', {
    aggregateId: sellerOrderId,
    occurredAt: new Date(),
    payload: { orderId, sellerOrderId, sellerId, currency, amountMinor: totalMinor },
  });
}
