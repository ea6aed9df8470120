import { addressLines, idSchema } from '@plaza/contracts';
import { orderMessages } from '@plaza/contracts/messages';
import { paths } from '@plaza/navigation/paths';
import { formatMoney } from '@plaza/ui/format';
import { z } from 'zod';
import { defineMail, type MailContent, type MailLines } from '../notification/public.ts';
import { readOrders } from './order.repository.ts';
import { messages as allMessages } from './order-mail.messages.ts';
import { type OrderRecord, type SellerOrderRecord, toSellerOrder, wasPaid } from './order-record.ts';
import { issueReceipt } from './receipt/issue-receipt.ts';

const messages = allMessages.confirmation;

/** To the buyer, when an order is paid. Queued once per order by whichever way the payment is noted. */
export const orderConfirmation = defineMail({
  name: 'order-confirmation',
  data: z.object({ orderId: idSchema }),
  compose: async (services, { orderId }) => {
    const [order] = await readOrders(services.database.client, [orderId]);
    if (!order) throw new Error(`There is no order ${orderId}.`);
    await issueReceipt(services, order);
    return composeConfirmation(order, services.env.PUBLIC_URL);
  },
});

/** @param publicUrl the shop's own address */
function composeConfirmation(order: OrderRecord, publicUrl: string): MailContent {
  const money = (amountMinor: number) => formatMoney(amountMinor, order.currency);
  const { address } = order;
  return {
    subject: messages.subject(order.number),
    preview: messages.preview(money(order.totalMinor)),
    heading: messages.heading,
    blocks: [
      { kind: 'text', text: messages.intro(address.fullName, order.number) },
      { kind: 'button', label: messages.order, href: new URL(paths.order(order.id), publicUrl).href },
      ...order.sellerOrders.filter(wasPaid).map((part) => toLines(part, address.country, money)),
      {
        kind: 'totals',
        rows: [
          { label: orderMessages.items, value: money(order.itemsMinor) },
          {
            label: orderMessages.shipping,
            value: order.shippingMinor === 0 ? orderMessages.free : money(order.shippingMinor),
          },
        ],
        total: { label: messages.paid, value: money(order.totalMinor) },
      },
      {
        kind: 'facts',
        rows: [{ label: orderMessages.deliverTo, value: addressLines(address) }],
      },
      { kind: 'link', label: messages.receipt, href: new URL(paths.receipt(order.id), publicUrl).href },
    ],
    reason: messages.reason(order.number),
  };
}

function toLines(
  part: SellerOrderRecord,
  toCountry: string,
  money: (amountMinor: number) => string,
): MailLines {
  const arrives = orderMessages.arrives(toSellerOrder(part, toCountry).estimatedDelivery);
  return {
    kind: 'lines',
    title: orderMessages.parcelFrom(part.seller.name),
    note: [orderMessages.shippingBy(part.shippingSpeed), arrives].filter(Boolean).join(' · '),
    lines: part.lines.map((line) => ({
      title: line.title,
      detail: [line.variantLabel, messages.quantity(line.quantity, money(line.unitPriceMinor))]
        .filter(Boolean)
        .join(' · '),
      amount: money(line.totalMinor),
    })),
  };
}
