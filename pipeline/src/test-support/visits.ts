import { newId } from '@plaza/contracts';
import { paidOrder } from './facts.ts';

/** Two units at 10.00 and 2.50 shipping: 22.50 in all. */
export const sold = (sellerId: string, at: Date, more: Partial<Parameters<typeof paidOrder>[0]> = {}) =>
  paidOrder({ sellerIds: [sellerId], occurredAt: at, ...more });
export const look = (
  event: 'product_viewed' | 'product_added_to_cart',
  input: { sellerId: string; visitor: string; at: Date; productId?: string; from?: object; isBot?: boolean },
) => ({
  event,
  visitor: input.visitor,
  at: input.at,
  isBot: input.isBot ?? false,
  properties: {
    sellerId: input.sellerId,
    productId: input.productId ?? newId(),
    variantId: newId(),
    quantity: 1,
    priceMinor: 100,
    currency: 'USD',
    ...input.from,
  },
});
export const confirm = (
  order: ReturnType<typeof paidOrder>,
  visitor: string,
  at: Date,
  from: object = {},
) => ({
  event: 'order_confirmed',
  visitor,
  at,
  properties: { orderId: order.payload.orderId, ...from },
});
export const FROM_SEARCH = { $referring_domain: 'www.google.com' };
export const FROM_MAIL = { utm_medium: 'email', utm_campaign: 'autumn' };
