import { type Account, type Address, newId } from '@plaza/contracts';
import sharp from 'sharp';
import { z } from 'zod';
import type { ErasureMarket } from './erasure-market.ts';
import { fillCart, findPaidEvent, mustPlace, openPage } from './test-checkout.ts';
import type { Buyer } from './test-market.ts';

/** Words that are found nowhere but where this person is. */
export const PERSON = {
  name: 'Wilhelmina Quartermaine',
  phone: '+44 20 7946 0991',
  address: {
    fullName: 'W. Quartermaine',
    line1: '17 Bramblewick Lane',
    line2: '',
    city: 'Nether Wallop',
    region: '',
    postalCode: 'SO20 8EX',
    country: 'GB',
    phone: '+44 20 7946 0992',
  } satisfies Address,
};

/** A person who has done all that leaves something behind. */
export async function addPerson(erasing: ErasureMarket, seller = erasing.seller) {
  const { market, pipeline } = erasing;
  const account = await market.addAccount(PERSON.name);
  const visit = market.visit(account);
  await visit.profile.save({
    displayName: PERSON.name,
    fullName: `${PERSON.name} the Third`,
    phone: PERSON.phone,
    language: 'en',
    currency: 'GBP',
    notifications: ['offers'],
    socialLinks: ['https://example.com/quartermaine'],
  });
  await visit.profile.saveAddress({ address: PERSON.address });
  const avatarUrl = await uploadAvatar(erasing, account);
  const orderId = await buy(erasing, visit, account.email, seller.id);
  // Placed without signing in, with the same address; and a cart that was left.
  const guest = market.visit();
  const guestOrderId = await buy(erasing, guest, account.email, seller.id);
  const left = await market.addProduct({ sellerId: seller.id });
  await guest.cart.addItem({ variantId: left.variantId, quantity: 1 });
  await guest.cart.setDelivery({ email: account.email, address: PERSON.address });
  const browserId = `browser-${newId()}`;
  await pipeline.capture(browserId, [
    { event: 'search_performed', properties: { query: 'Quartermaine family crest', resultCount: 0 } },
    { event: 'order_confirmed', properties: { orderId } },
    { event: 'product_viewed', properties: { productId: 'none' } },
  ]);
  return { account, visit, avatarUrl, browserId, orderIds: [orderId, guestOrderId] };
}

async function uploadAvatar({ bff }: ErasureMarket, account: Account): Promise<string> {
  const body = await sharp({ create: { width: 90, height: 40, channels: 3, background: 'teal' } })
    .png()
    .toBuffer();
  const browser = await bff.browse(account);
  const headers = { 'content-length': String(body.length) };
  const answer = await browser.send('/api/uploads/avatar', {
    method: 'POST',
    body: new Uint8Array(body),
    headers,
  });
  return z.object({ ok: z.literal(true), avatarUrl: z.string() }).parse(await answer.json()).avatarUrl;
}

async function buy(
  { market, stripe }: ErasureMarket,
  visit: Buyer,
  email: string,
  sellerId: string,
): Promise<string> {
  const product = await market.addProduct({ sellerId, priceMinor: 2_500 });
  await fillCart(visit, [{ variantId: product.variantId, quantity: 2 }], PERSON.address);
  await visit.cart.setDelivery({ email, address: PERSON.address });
  const orderId = await mustPlace(visit);
  await stripe.pay(await openPage(market, visit, orderId));
  await market.deliver(await findPaidEvent(market, orderId));
  await visit.receipt.get({ orderId });
  return orderId;
}

/** Ships and delivers every parcel of a seller. */
export async function deliverAll({ market, ...erasing }: ErasureMarket, seller = erasing.seller) {
  const selling = market.visit(seller.account);
  for (const { id, status } of (await selling.fulfilment.list({})).items) {
    if (status !== 'paid') continue;
    await selling.fulfilment.ship({
      sellerOrderId: id,
      carrier: 'DHL',
      trackingNumber: 'QUARTERMAINE-TRACK-1',
    });
    await selling.fulfilment.deliver({ sellerOrderId: id });
  }
}
