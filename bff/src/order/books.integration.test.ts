import { createTestDatabase, createTestStripe, type TestDatabase, type TestStripe } from '@plaza/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { carryOutRefunds } from '../payment/carry-out-refunds.ts';
import { closeOverduePayments } from '../payment/close-payments.ts';
import { fillCart, place } from '../testing/test-checkout.ts';
import { type Buyer, openTestMarket, TestClock, type TestMarket } from '../testing/test-market.ts';
import { expireOrders } from './expire-orders.ts';

let database: TestDatabase;
let stripe: TestStripe;
let market: TestMarket;
const clock = new TestClock();

beforeAll(async () => {
  [database, stripe] = await Promise.all([
    createTestDatabase(),
    createTestStripe({ clock: () => clock.now().getTime() }),
  ]);
  market = await openTestMarket({ databaseUrl: database.url, clock, stripe });
});
afterAll(async () => {
  await market.services.close();
  await Promise.all([database.drop(), stripe.drop()]);
});

const STARTING_STOCK = 6;
const who = fc.nat({ max: 2 });
const which = fc.nat({ max: 2 });
const operation = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      who,
      which,
      quantity: fc.integer({ min: 1, max: 2 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('set' as const),
      who,
      which,
      quantity: fc.integer({ min: 0, max: 4 }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constantFrom('place', 'start', 'pay', 'settle', 'buy'), who }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('decline', 'cancel'), who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('ship', 'deliver', 'sellerCancel'), which }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(1, 16, 30) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('expire', 'close', 'refund', 'deliverEvents') }),
  },
);
const operations = (maxLength: number) => fc.array(operation, { minLength: 20, maxLength, size: 'max' });
type Operation = typeof operation extends fc.Arbitrary<infer Value> ? Value : never;

/** Three buyers, two sellers and three products; does operations as they come, whatever they answer. */
async function openWorld() {
  const sellers = [await market.addSeller(), await market.addSeller('DE')];
  const products: { variantId: string }[] = [];
  for (const seller of [sellers[0], sellers[0], sellers[1]]) {
    if (seller) products.push(await market.addProduct({ sellerId: seller.id, onHand: STARTING_STOCK }));
  }
  const selling = sellers.map((seller) => market.visit(seller.account));
  const buyers = [market.visit(), market.visit(), market.visit()];
  for (const [index, buyer] of buyers.entries()) await fillCart(buyer, products.slice(index, index + 2));
  const latest = async (buyer: Buyer) => (await buyer.order.list({})).items[0];
  const session = async (buyer: Buyer) => {
    const order = await latest(buyer);
    return order ? market.sessionOf(order.id).catch(() => '') : '';
  };

  const act = async (one: Operation): Promise<unknown> => {
    const buyer = buyers['who' in one ? one.who : 0] ?? market.visit();
    const variantId = products['which' in one ? one.which : 0]?.variantId ?? '';
    const seller = selling['which' in one ? one.which % 2 : 0] ?? buyer;
    const order = 'who' in one && one.kind !== 'add' ? await latest(buyer) : undefined;
    switch (one.kind) {
      case 'add':
        return buyer.cart.addItem({ variantId, quantity: one.quantity });
      case 'set':
        return buyer.cart.setQuantity({ variantId, quantity: one.quantity });
      case 'place':
        return place(buyer);
      case 'start':
        return order && buyer.payment.start({ orderId: order.id });
      case 'pay':
        return stripe.pay(await session(buyer));
      case 'buy': {
        if (!order) return undefined;
        await buyer.payment.start({ orderId: order.id });
        await stripe.pay(await session(buyer));
        return buyer.payment.settle({ orderId: order.id });
      }
      case 'decline':
        return stripe.pay(await session(buyer), 'declined');
      case 'settle':
        return order && buyer.payment.settle({ orderId: order.id });
      case 'cancel': {
        const part = order?.sellerOrders.find((candidate) => candidate.canCancel);
        return part && buyer.order.cancelSellerOrder({ sellerOrderId: part.id });
      }
      case 'ship':
      case 'deliver':
      case 'sellerCancel': {
        const sellerOrderId = (await seller.fulfilment.list({})).items[0]?.id;
        if (!sellerOrderId) return undefined;
        if (one.kind === 'deliver') return seller.fulfilment.deliver({ sellerOrderId });
        if (one.kind === 'sellerCancel') return seller.fulfilment.cancel({ sellerOrderId });
        return seller.fulfilment.ship({ sellerOrderId, carrier: 'DHL', trackingNumber: '1' });
      }
      case 'wait':
        return clock.advance(one.minutes * 60_000);
      case 'expire':
        return expireOrders(market.services);
      case 'close':
        return closeOverduePayments(market.services);
      case 'refund':
        return carryOutRefunds(market.services);
      case 'deliverEvents': {
        const { data } = await market.services.stripe.events.list({ limit: 10 });
        return Promise.all(data.map((event) => market.deliver(event)));
      }
    }
  };
  return { act, variantIds: products.map((product) => product.variantId) };
}

const bookSchema = z.object({ onHand: z.int(), reserved: z.int(), sold: z.int(), promised: z.int() });

/** What the shelf says of each variant beside what the orders say. */
async function readBooks(variantIds: string[]) {
  const rows = await market.services.database.client`
    select k.on_hand as "onHand", k.reserved,
      coalesce(sum(l.quantity) filter (where so.status in ('paid', 'shipped', 'delivered')), 0)::int as sold,
      coalesce(sum(l.quantity) filter (where so.status = 'pending_payment'), 0)::int as promised
    from stock k
    left join order_line l on l.variant_id = k.variant_id
    left join seller_order so on so.id = l.seller_order_id
    where k.variant_id = any(${variantIds})
    group by k.variant_id`;
  return z.array(bookSchema).parse([...rows]);
}

const orderBookSchema = z.object({
  status: z.string(),
  totalMinor: z.int(),
  refundedMinor: z.int(),
  paidMinor: z.int(),
  givenBackMinor: z.int(),
  parts: z.array(z.object({ status: z.string(), totalMinor: z.int() })),
});

/** Every order with what came in and what goes back, and its parts. */
async function readOrderBooks(variantIds: string[]) {
  const rows = await market.services.database.client`
    select o.status, o.total_minor::int as "totalMinor", o.refunded_minor::int as "refundedMinor",
      coalesce((select sum(amount_minor) from payment where order_id = o.id and status = 'succeeded'), 0)::int as "paidMinor",
      coalesce((select sum(amount_minor) from refund where order_id = o.id), 0)::int as "givenBackMinor",
      (select jsonb_agg(jsonb_build_object('status', status, 'totalMinor', total_minor)) from seller_order where order_id = o.id) as parts
    from orders o
    where exists (select from order_line l where l.order_id = o.id and l.variant_id = any(${variantIds}))`;
  return z.array(orderBookSchema).parse([...rows]);
}

const KEPT = ['paid', 'shipped', 'delivered'];

async function checkBooks(variantIds: string[]): Promise<void> {
  for (const book of await readBooks(variantIds)) {
    expect(book.onHand + book.sold).toBe(STARTING_STOCK);
    expect(book.reserved).toBe(book.promised);
  }
  for (const order of await readOrderBooks(variantIds)) {
    const keptMinor = order.parts
      .filter((part) => KEPT.includes(part.status))
      .reduce((sum, part) => sum + part.totalMinor, 0);
    expect(order.paidMinor - order.givenBackMinor).toBe(keptMinor);
    expect(order.refundedMinor).toBeLessThanOrEqual(order.givenBackMinor);
    const live = order.parts.map((part) => part.status).filter((status) => status !== 'cancelled');
    if (order.status === 'cancelled') expect(live).toEqual([]);
    else expect(live.length).toBeGreaterThan(0);
    const allowed = order.status === 'paid' ? KEPT : [order.status];
    expect(live.filter((status) => !allowed.includes(status))).toEqual([]);
  }
}

describe('the books', () => {
  it('agree after any sequence of steps: shelf, reservations, orders and money', async () => {
    await fc.assert(
      fc.asyncProperty(operations(60), async (steps) => {
        const world = await openWorld();
        for (const step of steps) await world.act(step);
        await checkBooks(world.variantIds);
      }),
      { numRuns: 20, endOnFailure: true },
    );
  }, 120_000);

  it('agree when the steps come all at once', async () => {
    await fc.assert(
      fc.asyncProperty(operations(60), async (steps) => {
        const world = await openWorld();
        const batches = Array.from({ length: 6 }, (_, index) => steps.slice(index * 10, index * 10 + 10));
        for (const batch of batches) await Promise.all(batch.map((step) => world.act(step)));
        await checkBooks(world.variantIds);
      }),
      { numRuns: 15, endOnFailure: true },
    );
  }, 120_000);
});
