import { newId, type SellerPermission, sellerLiveSchema } from '@plaza/contracts';
import { createSalesEvent } from '@plaza/events';
import { createTestClickHouse, createTestDatabase, createTestMail } from '@plaza/testing';
import { toJson } from '../platform/query.ts';
import { startTestBff } from './start-test-bff.ts';
import { startTestPipeline } from './start-test-pipeline.ts';
import { openTestMarket, TestClock } from './test-market.ts';

/** A served market with its jobs, a pipeline, ClickHouse and an inbox. Its clock stands still and can be moved. */
export async function openFiguresMarket() {
  const clock = new TestClock();
  const [database, clickhouse, inbox] = await Promise.all([
    createTestDatabase(),
    createTestClickHouse(),
    createTestMail(),
  ]);
  const market = await openTestMarket({ databaseUrl: database.url, clock, smtpUrl: inbox.smtpUrl });
  const pipeline = await startTestPipeline({
    databaseUrl: database.url,
    clickhouse,
    internalToken: market.services.env.INTERNAL_TOKEN,
  });
  const services = { ...market.services, env: { ...market.services.env, PIPELINE_URL: pipeline.url } };
  const askPipeline = (path: string) =>
    fetch(`${pipeline.url}/internal/dashboards/seller/${path}`, {
      headers: { authorization: `Bearer ${services.env.INTERNAL_TOKEN}` },
    });
  // The last of the tables that it makes for sellers.
  await until(
    async () => (await askPipeline(`sources?sellerId=${newId()}&from=2026-01-01&to=2026-01-02`)).ok,
  );
  const bff = await startTestBff(services);
  const { client } = services.database;
  return {
    ...market,
    services,
    bff,
    clock,
    inbox,
    /** A paid order of two units at 10.00 and 2.50 shipping, as the outbox has it. */
    sell: async (input: { sellerId: string; productId: string; variantId: string; title: string }) => {
      const { sellerId, ...product } = input;
      const [orderId, sellerOrderId] = [newId(), newId()];
      const line = { ...product, quantity: 2, unitPriceMinor: 1_000, totalMinor: 2_000 };
      const amounts = { itemsMinor: 2_000, shippingMinor: 250, totalMinor: 2_250 };
      const fact = createSalesEvent('order.paid', {
        aggregateId: orderId,
        occurredAt: new Date(),
        payload: {
          orderId,
          orderNumber: 'AAAA-BBBBB',
          buyerKey: `account:${newId()}`,
          currency: 'USD',
          totalMinor: 2_250,
          sellerOrders: [{ sellerOrderId, sellerId, ...amounts, lines: [line] }],
        },
      });
      await client`
        insert into outbox (id, aggregate_id, type, version, payload, occurred_at)
        values (${fact.id}, ${orderId}, ${fact.type}, 1, ${toJson(fact.payload)}::text::jsonb,
          ${fact.occurredAt}::timestamptz)`;
    },
    /** Until the pipeline has so many orders of today. */
    waitForOrders: (sellerId: string, orders: number) =>
      until(async () => {
        const answer = await askPipeline(`live?sellerId=${sellerId}`);
        return sellerLiveSchema.parse(await answer.json()).orders === orders;
      }),
    /** Somebody who works for a seller. */
    addMember: async (sellerId: string, name: string, permissions: readonly SellerPermission[]) => {
      const account = await market.addAccount(name, ['buyer', 'seller']);
      await client`
        insert into seller_member (seller_id, account_id, permissions)
        values (${sellerId}, ${account.id}, ${[...permissions]}::text[])`;
      return market.readAccount(account.id);
    },
    close: async () => {
      await bff.close();
      await pipeline.close();
      await Promise.all([database.drop(), clickhouse.drop(), inbox.drop()]);
    },
  };
}
export type FiguresMarket = Awaited<ReturnType<typeof openFiguresMarket>>;

const PATIENCE_MS = 20_000;

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('The condition did not come true in time.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
