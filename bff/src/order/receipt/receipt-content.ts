import type { ReceiptContent } from '@plaza/contracts';
import { type OrderRecord, wasPaid } from '../order-record.ts';

/** What an order's receipt says: what was paid for, as it was sold. Null for an order that nobody has paid. */
export function toReceiptContent(order: OrderRecord): ReceiptContent | null {
  const parts = order.sellerOrders.filter(wasPaid);
  const [paidAt] = parts
    .flatMap((part) => part.timeline)
    .filter((step) => step.status === 'paid')
    .map((step) => step.at.toISOString())
    .sort();
  if (paidAt === undefined) return null;
  const { phone, ...buyer } = order.address;
  return {
    format: 'plaza-receipt/1',
    orderId: order.id,
    orderNumber: order.number,
    paidAt,
    currency: order.currency,
    buyer,
    sellerOrders: parts.map((part) => ({
      number: part.number,
      seller: part.seller.name,
      shippingSpeed: part.shippingSpeed,
      lines: part.lines.map(({ title, variantLabel, quantity, unitPriceMinor, totalMinor }) => {
        return { title, variantLabel, quantity, unitPriceMinor, totalMinor };
      }),
      itemsMinor: part.itemsMinor,
      shippingMinor: part.shippingMinor,
      totalMinor: part.totalMinor,
    })),
    itemsMinor: order.itemsMinor,
    shippingMinor: order.shippingMinor,
    totalMinor: order.totalMinor,
  };
}
