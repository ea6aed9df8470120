import type { Address } from '@plaza/contracts';
import { ADDRESS } from './address.ts';
import type { Buyer, TestMarket } from './test-market.ts';

/** Fills a cart and says where to send it. Answers the cart. */
export async function fillCart(
  buyer: Buyer,
  items: readonly { variantId: string; quantity?: number }[],
  address: Address = ADDRESS,
) {
  for (const { variantId, quantity = 1 } of items) {
    const result = await buyer.cart.addItem({ variantId, quantity });
    if (!result.ok) throw new Error(`Not added: ${result.code}.`);
  }
  return buyer.cart.setDelivery({ email: 'ada@plaza.test', address });
}

/** Places an order for the cart as it is. Answers the result. */
export async function place(buyer: Buyer, idempotencyKey: string = crypto.randomUUID()) {
  const cart = await buyer.cart.get();
  return buyer.order.place({ idempotencyKey, shownTotalMinor: cart.totalMinor });
}

/** As `place`, for a cart that can be ordered. Answers the order's id. */
export async function mustPlace(buyer: Buyer): Promise<string> {
  const result = await place(buyer);
  if (!result.ok) throw new Error(`Not placed: ${result.code} ${result.message}`);
  return result.orderId;
}

/** Opens the payment page of an order. Answers the provider's session. */
export async function openPage(market: TestMarket, buyer: Buyer, orderId: string): Promise<string> {
  const started = await buyer.payment.start({ orderId });
  if (!started.ok) throw new Error(`Not started: ${started.code}.`);
  return market.sessionOf(orderId);
}

/** A buyer with an order of `quantity` units of one new product, and its payment page open. */
export async function beginCheckout(
  market: TestMarket,
  { sellerId, quantity = 2, onHand = 10 }: { sellerId: string; quantity?: number; onHand?: number },
) {
  const product = await market.addProduct({ sellerId, onHand, priceMinor: 1_000 });
  const buyer = market.visit();
  await fillCart(buyer, [{ variantId: product.variantId, quantity }]);
  const orderId = await mustPlace(buyer);
  const sessionId = await openPage(market, buyer, orderId);
  const order = () => buyer.order.get({ orderId });
  const stock = () => market.stockOf(product.variantId);
  return { product, buyer, orderId, sessionId, order, stock };
}

export const PAID_EVENT = 'checkout.session.completed';

/** The provider's event that an order was paid. */
export async function findPaidEvent(market: TestMarket, orderId: string) {
  const event = (await market.eventsOf(orderId)).find((one) => one.type === PAID_EVENT);
  if (!event) throw new Error('Nobody paid.');
  return event;
}
