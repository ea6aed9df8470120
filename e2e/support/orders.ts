import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import type { ApiClient } from '@plaza/api-client';
import type { Address } from '@plaza/contracts';
import { market } from './market.ts';

export const ADDRESS: Address = {
  fullName: 'Jo Walker',
  line1: '12 Harbour Street',
  line2: '',
  city: 'Portland',
  region: 'OR',
  postalCode: '97205',
  country: 'US',
  phone: '',
};
export const EMAIL = 'jo.walker@example.com';

/** Fills a cart and says where it goes, without a page. */
export async function fillCart(
  api: ApiClient,
  items: readonly { variantId: string; quantity?: number }[],
  email = EMAIL,
): Promise<void> {
  for (const { variantId, quantity = 1 } of items) {
    const added = await api.cart.addItem.mutate({ variantId, quantity });
    if (!added.ok) throw new Error(added.message);
  }
  await api.cart.setDelivery.mutate({ email, address: ADDRESS });
}

/** Places an order for what is in the cart. @returns its id */
export async function placeOrder(api: ApiClient, idempotencyKey: string = randomUUID()): Promise<string> {
  const { totalMinor } = await api.cart.get.query();
  const placed = await api.order.place.mutate({ idempotencyKey, shownTotalMinor: totalMinor });
  if (!placed.ok) throw new Error(placed.message);
  return placed.orderId;
}

/** Pays an order through the stand-in's test address, as fast as HTTP goes. Paying what is paid changes nothing. */
export async function payOrder(api: ApiClient, request: APIRequestContext, orderId: string): Promise<void> {
  const started = await api.payment.start.mutate({ orderId });
  if (!started.ok) {
    if (started.code === 'already_paid') return;
    throw new Error(started.message);
  }
  const session = new URL(started.redirectUrl).pathname.split('/').at(-1);
  const paid = await request.post(`${market.publicUrl}/stripe/test/pay`, { data: { session } });
  if (!paid.ok()) throw new Error(`The payment was answered ${paid.status()}.`);
}

/** Buys without a page. @returns the id of the paid order */
export async function buy(
  api: ApiClient,
  request: APIRequestContext,
  items: readonly { variantId: string; quantity?: number }[],
  email = EMAIL,
): Promise<string> {
  await fillCart(api, items, email);
  const orderId = await placeOrder(api);
  await payOrder(api, request, orderId);
  return orderId;
}
