import { createHmac } from 'node:crypto';
import { createClient } from '../http.ts';
import { runLoad } from '../load.ts';
import { type Market, openMarketDatabase, sellableVariants } from '../market.ts';
import type { Figure } from '../report.ts';
import { ADDRESS, Shopper } from '../shopper.ts';

const CONNECTIONS = 16;
const JOURNEYS = 4_000;
const PLENTY = 900_000;

/** A buyer's whole way over HTTP: cart, item, address, shipping, place, and the signed webhook that says it is paid. */
export async function journey(market: Market): Promise<Figure[]> {
  const variants = await sellableVariants(market, 2_000, PLENTY);
  const sellers = await sellersOf(market, variants);
  const client = createClient(CONNECTIONS);
  const result = await runLoad(
    { connections: CONNECTIONS, limit: JOURNEYS, warmUpCalls: 50 },
    async (index) => {
      const variantId = variants[index % variants.length] ?? '';
      const shopper = new Shopper(client, market);
      await shopper.mutate('cart.addItem', { variantId, quantity: 1 });
      await shopper.mutate('cart.setDelivery', { email: 'bench@example.com', address: ADDRESS });
      const cart = await shopper.mutate<{ totalMinor: number }>('cart.setShipping', {
        sellerId: sellers.get(variantId),
        speed: 'express',
      });
      const placed = await shopper.placeOrder(cart.totalMinor);
      if (!placed.ok) return false;
      const payload = paidEvent(placed.orderId, cart.totalMinor);
      const answer = await client.send('POST', `${market.bffUrl}/api/webhooks/stripe`, {
        body: payload,
        headers: { 'stripe-signature': sign(payload, market.stripeWebhookSecret) },
      });
      return answer.status === 200;
    },
  );
  client.close();
  const paid = await countPaid(market);
  const note = `${result.failures} failures of ${result.calls}, ${paid} orders paid in the database, p50 ${result.p50Ms.toFixed(0)} ms`;
  return [
    {
      name: 'whole journey, 6 requests, 16 connections',
      value: result.perSecond,
      unit: 'orders/s',
      aim: 340,
      better: 'higher',
      note,
    },
    { name: 'the same, p95 of a whole journey', value: result.p95Ms, unit: 'ms', aim: 100, better: 'lower' },
  ];
}

/** A `checkout.session.completed` as Stripe sends it, cut down to what is read. */
function paidEvent(orderId: string, amountMinor: number): string {
  const id = crypto.randomUUID().replaceAll('-', '');
  return JSON.stringify({
    id: `evt_bench_${id}`,
    object: 'event',
    type: 'checkout.session.completed',
    created: Math.floor(Date.now() / 1000),
    livemode: false,
    data: {
      object: {
        id: `cs_bench_${id}`,
        object: 'checkout.session',
        client_reference_id: orderId,
        metadata: { orderId },
        mode: 'payment',
        status: 'complete',
        payment_status: 'paid',
        amount_total: amountMinor,
        currency: 'usd',
        payment_intent: `pi_bench_${id}`,
      },
    },
  });
}

function sign(payload: string, secret: string): string {
  const timestamp = Math.floor(Date.now() / 1000);
  return `t=${timestamp},v1=${createHmac('sha256', secret).update(`${timestamp}.${payload}`).digest('hex')}`;
}

async function sellersOf(market: Market, variants: readonly string[]): Promise<Map<string, string>> {
  const sql = openMarketDatabase(market);
  try {
    const rows = await sql<{ id: string; sellerId: string }[]>`
      select id, seller_id as "sellerId" from variant where id in ${sql([...variants])}`;
    return new Map(rows.map((row) => [row.id, row.sellerId]));
  } finally {
    await sql.end();
  }
}

async function countPaid(market: Market): Promise<number> {
  const sql = openMarketDatabase(market);
  try {
    const [row] =
      await sql`select count(*)::int as paid from orders where status = 'paid' and email = 'bench@example.com'`;
    return row?.paid ?? 0;
  } finally {
    await sql.end();
  }
}
