import type { PlaceOrderResult, placeOrderInput } from '@plaza/contracts';
import { noteFacts } from '@plaza/tracing/facts';
import type { z } from 'zod';
import { findBuyerKey, priceCart, readCart } from '../cart/public.ts';
import type { Context } from '../platform/trpc.ts';
import { announce } from './announce.ts';
import { checkCart, OUT_OF_STOCK_MESSAGE, refuse } from './check-cart.ts';
import { findByIdempotencyKey, insertOrder } from './place-order.repository.ts';
import { splitOrder } from './split-order.ts';

/** A cart that keeps changing under a submit is somebody playing; a person changes it once or twice. */
const MAX_ATTEMPTS = 5;

/**
 * Places an order for the visitor's cart at the prices of this moment and keeps the stock for it until it is paid or
 * runs out. The same idempotency key answers the same order.
 *
 * The cart keeps its lines until the order is paid: after a declined card, or back from the payment page, the buyer
 * finds it as it was and may change it. Placing again supersedes the unpaid order of the cart, whose stock goes towards
 * the new one and whose payment page is closed before another opens. So one cart holds stock once and is paid once.
 */
export async function placeOrder(
  { services, visitor }: Context,
  input: z.output<typeof placeOrderInput>,
): Promise<PlaceOrderResult> {
  const buyerKey = await findBuyerKey(visitor);
  if (buyerKey === null) return refuse('cart_empty', 'Your cart is empty.');
  const account = await visitor.account();
  const { client } = services.database;
  const repeated = () => findByIdempotencyKey(client, { buyerKey, idempotencyKey: input.idempotencyKey });

  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const record = await readCart(client, buyerKey);
    const cart = priceCart(record);
    const refusal = checkCart(cart, input.shownTotalMinor);
    if (refusal) return (await repeated()) ?? refusal;
    if (record === null || cart.email === null || cart.address === null)
      throw new Error('unreachable: checked');

    const placedAt = services.clock.now();
    const split = splitOrder(cart, {
      buyerKey,
      buyerAccountId: account?.id ?? null,
      cartId: record.id,
      idempotencyKey: input.idempotencyKey,
      email: cart.email,
      address: cart.address,
      placedAt,
      expiresAt: new Date(placedAt.getTime() + services.env.RESERVATION_SECONDS * 1_000),
    });
    noteFacts([split.fact]);
    const outcome = await insertOrder(client, { ...split, cartVersion: record.version });
    switch (outcome.kind) {
      case 'placed':
        announce(services, {
          orderIds: outcome.supersededOrderIds,
          productIds: [...split.lines.map((line) => line.productId), ...outcome.releasedProductIds],
        });
        return outcome.result;
      case 'out_of_stock':
        return refuse('out_of_stock', OUT_OF_STOCK_MESSAGE, outcome.variantIds);
      case 'try_again':
    }
  }
  return refuse('price_changed', 'Your cart has changed meanwhile. Look at it before you go on.');
}
