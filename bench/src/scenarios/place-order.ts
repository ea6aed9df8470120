import { createClient } from '../http.ts';
import { runLoad } from '../load.ts';
import { type Market, openMarketDatabase, sellableVariants } from '../market.ts';
import type { Figure } from '../report.ts';
import { Shopper } from '../shopper.ts';

const CONNECTIONS = 32;
const ORDERS = 6_000;
const PLENTY = 900_000;

interface Prepared {
  shopper: Shopper;
  totalMinor: number;
}

/** Places prepared carts over HTTP: spread over many SKUs, then all on one. Stock is checked afterwards. */
export async function placeOrder(market: Market): Promise<Figure[]> {
  const variants = await sellableVariants(market, 2_000, PLENTY);
  const [hot = ''] = variants;
  const spread = await run(market, (index) => variants[index % variants.length] ?? hot);
  const single = await run(market, () => hot);
  const oversold = await countOversold(market);
  return [
    {
      name: 'place order, spread SKUs, 32 connections',
      value: spread.perSecond,
      unit: '/s',
      aim: 1157,
      better: 'higher',
      note: spread.note,
    },
    {
      name: 'place order, all on one SKU',
      value: single.perSecond,
      unit: '/s',
      aim: 600,
      better: 'higher',
      note: `${single.note}; ${oversold} SKUs oversold`,
    },
  ];
}

async function run(market: Market, variantOf: (index: number) => string) {
  const client = createClient(CONNECTIONS);
  const prepared: Prepared[] = [];
  await runLoad({ connections: CONNECTIONS, limit: ORDERS }, async (index) => {
    const shopper = new Shopper(client, market);
    prepared.push({ shopper, totalMinor: await shopper.fillCart(variantOf(index)) });
    return true;
  });
  const result = await runLoad({ connections: CONNECTIONS, limit: prepared.length }, async (index) => {
    const cart = prepared[index];
    if (!cart) return false;
    return (await cart.shopper.placeOrder(cart.totalMinor)).ok;
  });
  client.close();
  const note = `p50 ${result.p50Ms.toFixed(1)} ms, p95 ${result.p95Ms.toFixed(1)} ms, ${result.failures} failures of ${result.calls}`;
  return { perSecond: result.perSecond, note };
}

/** SKUs whose open orders hold more than is reserved, or whose reservation exceeds what is on hand. */
async function countOversold(market: Market): Promise<number> {
  const sql = openMarketDatabase(market);
  try {
    const [row] = await sql`
      select count(*)::int as oversold from stock s where s.reserved > s.on_hand or s.reserved <> coalesce((
        select sum(l.quantity) from order_line l join seller_order o on o.id = l.seller_order_id
        where l.variant_id = s.variant_id and o.status = 'pending_payment'), 0)`;
    return row?.oversold ?? 0;
  } finally {
    await sql.end();
  }
}
