import { createHash, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Account, type Address, newId } from '@plaza/contracts';
import { z } from 'zod';
import { stripeWebhook } from '../payment/stripe-webhook.http.ts';
import { migrateDatabase } from '../platform/migrate-database.ts';
import { createServices, type Services } from '../platform/services.ts';
import type { Visitor } from '../platform/trpc.ts';
import { createCallerFactory } from '../platform/trpc.ts';
import { appRouter } from '../router.ts';
import { ADDRESS } from './address.ts';

const createCaller = createCallerFactory(appRouter);

export const RESERVATION_MS = 15 * 60_000;

/** A clock that stands still until it is moved. */
export class TestClock {
  #now = new Date();
  now = () => this.#now;
  advance(ms: number) {
    this.#now = new Date(this.#now.getTime() + ms);
  }
}

interface TestMarketInput {
  databaseUrl: string;
  clock: TestClock;
  /** Where payments go; calls fail when there is none. */
  stripe?: { url: string; secretKey: string; webhookSecret: string };
}

/** A migrated market with nothing in it, its services, and short ways to what tests need. */
export async function openTestMarket({ databaseUrl, clock, stripe }: TestMarketInput) {
  await migrateDatabase(databaseUrl, fileURLToPath(new URL('../../migrations', import.meta.url)));
  const services: Services = {
    ...(await createServices({
      HOST: '127.0.0.1',
      PORT: 0,
      DATABASE_URL: databaseUrl,
      PIPELINE_URL: 'http://127.0.0.1:1',
      INTERNAL_TOKEN: 'a token for tests only',
      PUBLIC_URL: 'http://plaza.test',
      STRIPE_SECRET_KEY: stripe?.secretKey ?? 'sk_test_none',
      STRIPE_WEBHOOK_SECRET: stripe?.webhookSecret ?? 'whsec_none',
      STRIPE_API_URL: stripe?.url ?? 'http://127.0.0.1:1',
      RESERVATION_SECONDS: RESERVATION_MS / 1_000,
      MEDIA_DIR: tmpdir(),
      TRUSTED_PROXIES: 0,
      LOG_LEVEL: 'silent',
    })),
    clock,
  };
  const { client } = services.database;
  const webhook = stripeWebhook(services);
  const asCaller = (visitor: Visitor) => createCaller({ services, visitor });

  const addAccount = async (name: string) => {
    const id = newId();
    const email = `${id}@plaza.test`;
    await client`
      insert into account (id, email, password_hash, display_name) values (${id}, ${email}, '-', ${name})`;
    return { id, email };
  };

  return {
    services,
    /** A browser of its own, signed in or not. */
    visit: (account: Account | null = null, cartTokenHash: string | null = newTokenHash()) =>
      asCaller(createTestVisitor(account, cartTokenHash)),
    addAccount,
    /** A seller with an account that may act for it. */
    addSeller: async (country = 'US') => {
      const id = newId();
      const owner = await addAccount('Seller');
      const seller = { id, slug: `seller-${id}`, name: `Seller ${id.slice(-4)}` };
      await client`
        insert into seller (id, slug, name, country, owner_account_id)
        values (${id}, ${seller.slug}, ${seller.name}, ${country}, ${owner.id})`;
      const account: Account = { ...owner, displayName: 'Seller', roles: ['buyer', 'seller'], seller };
      return { ...seller, account };
    },
    /** A published product with one variant. */
    addProduct: async (input: { sellerId: string; priceMinor?: number; onHand?: number }) => {
      const [productId, variantId, categoryId] = [newId(), newId(), newId()];
      const priceMinor = input.priceMinor ?? 1_999;
      await client`insert into category (id, slug, name, path) values (${categoryId}, ${categoryId}, 'C', ${categoryId})`;
      await client`
        insert into product (id, seller_id, category_id, slug, title, status, currency, min_price_minor,
          max_price_minor, published_at)
        values (${productId}, ${input.sellerId}, ${categoryId}, ${`product-${productId}`},
          ${`Product ${productId.slice(-4)}`}, 'published', 'USD', ${priceMinor}, ${priceMinor}, now())`;
      await client`
        insert into variant (id, product_id, seller_id, sku, option_values, price_minor)
        values (${variantId}, ${productId}, ${input.sellerId}, ${variantId}, '{Black}', ${priceMinor})`;
      await client`insert into stock (variant_id, on_hand) values (${variantId}, ${input.onHand ?? 10})`;
      return { productId, variantId, priceMinor };
    },
    setPrice: async (variantId: string, priceMinor: number) => {
      await client`update variant set price_minor = ${priceMinor} where id = ${variantId}`;
    },
    setStatus: async (productId: string, status: string) => {
      await client`update product set status = ${status} where id = ${productId}`;
    },
    setOnHand: async (variantId: string, onHand: number) => {
      await client`update stock set on_hand = ${onHand} where variant_id = ${variantId}`;
    },
    stockOf: async (variantId: string) => {
      const rows =
        await client`select on_hand as "onHand", reserved from stock where variant_id = ${variantId}`;
      return z.object({ onHand: z.int(), reserved: z.int() }).parse(rows[0]);
    },
    /** Types of the facts about an order and its parts, in the order in which they were written. */
    factsOf: async (orderId: string) => {
      const rows = await client`
        select type, payload from outbox where payload->>'orderId' = ${orderId} order by tx, occurred_at, id`;
      return z
        .array(z.object({ type: z.string(), payload: z.record(z.string(), z.unknown()) }))
        .parse([...rows]);
    },
    refundsOf: async (orderId: string) => {
      const rows = await client`
        select reason, status, amount_minor::int as "amountMinor" from refund where order_id = ${orderId} order by id`;
      return z
        .array(z.object({ reason: z.string(), status: z.string(), amountMinor: z.int() }))
        .parse([...rows]);
    },
    /** The provider's session that an order was last to be paid with. */
    sessionOf: async (orderId: string) => {
      const rows = await client`
        select session_id as id from payment where order_id = ${orderId} and session_id is not null
        order by attempt desc limit 1`;
      return z.object({ id: z.string() }).parse(rows[0]).id;
    },
    /** The provider's events about an order, oldest first. */
    eventsOf: async (orderId: string) => {
      const { data } = await services.stripe.events.list({ limit: 100 });
      return data.filter((event) => JSON.stringify(event.data).includes(orderId)).reverse();
    },
    /** Delivers an event as the provider would, or signed by somebody else, or at another time. */
    deliver: async (event: object, forge: { secret?: string; timestampSeconds?: number } = {}) => {
      const payload = JSON.stringify(event);
      const header = services.stripe.webhooks.generateTestHeaderString({
        payload,
        secret: forge.secret ?? services.env.STRIPE_WEBHOOK_SECRET,
        timestamp: forge.timestampSeconds ?? Math.floor(Date.now() / 1_000),
      });
      const request = { method: 'POST', body: payload, headers: { 'stripe-signature': header } };
      return (await webhook.request('/', request)).status;
    },
  };
}
export type TestMarket = Awaited<ReturnType<typeof openTestMarket>>;
export type Buyer = ReturnType<TestMarket['visit']>;

const newTokenHash = () => createHash('sha256').update(randomBytes(32)).digest('hex');

function createTestVisitor(account: Account | null, cartTokenHash: string | null): Visitor {
  let hash = cartTokenHash;
  return {
    account: async () => account,
    get cartTokenHash() {
      return hash;
    },
    ensureCartToken: () => {
      hash ??= newTokenHash();
      return hash;
    },
    setSession: () => undefined,
    clearSession: () => undefined,
    sessionToken: null,
    remoteAddress: '127.0.0.1',
  };
}

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
