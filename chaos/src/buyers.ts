import { createClient } from '../../bench/src/http.ts';
import { Shopper } from '../../bench/src/shopper.ts';
import type { Random } from './random.ts';
import type { ChaosMarket } from './start-market.ts';

/** One order in so many is cancelled by its buyer after it was paid. */
const CANCEL_SHARE = 0.2;
const PAUSE_MS = 150;

export interface Buyers {
  stop(): Promise<void>;
}

/** Buyers who fill carts, place orders and pay them, again and again until told to stop. What fails is begun anew. */
export function startBuyers(market: ChaosMarket, options: { buyers: number; random: Random }): Buyers {
  const client = createClient(options.buyers * 2);
  let isOver = false;
  const loops = Array.from({ length: options.buyers }, async () => {
    while (!isOver) {
      await buy(new Shopper(client, market), market, options.random).catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  });
  return {
    async stop() {
      isOver = true;
      await Promise.all(loops);
      client.close();
    },
  };
}

async function buy(shopper: Shopper, market: ChaosMarket, random: Random): Promise<void> {
  await shopper.fillCart(random.pick(market.goods).variantId);
  const totalMinor = await shopper.fillCart(random.pick(market.goods).variantId);
  const { ok, orderId } = await shopper.placeOrder(totalMinor);
  if (!ok) return;
  const started = await shopper.mutate<{ ok: boolean; redirectUrl: string }>('payment.start', { orderId });
  if (!started.ok) return;
  const session = new URL(started.redirectUrl).pathname.split('/').at(-1);
  await fetch(`${market.stripeUrl}/stripe/test/pay`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ session }),
    signal: AbortSignal.timeout(10_000),
  });
  if (random.next() > CANCEL_SHARE) return;
  const { status } = await shopper.mutate<{ status: string }>('payment.settle', { orderId });
  if (status !== 'paid') return;
  const order = await shopper.query<{ sellerOrders: { id: string }[] }>('order.get', { orderId });
  await shopper.mutate('order.cancelSellerOrder', { sellerOrderId: order.sellerOrders[0]?.id });
}
