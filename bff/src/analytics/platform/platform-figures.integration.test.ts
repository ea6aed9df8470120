import {
  deadLetterCountsSchema,
  deadLetterPageSchema,
  lastDays,
  marketSalesSchema,
  newId,
  reconciliationReportSchema,
  replayByStaffResult,
  teamUsageSchema,
} from '@plaza/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toJson } from '../../platform/query.ts';
import { type FiguresMarket, openFiguresMarket } from '../../testing/figures-market.ts';

let market: FiguresMarket;
let page: Awaited<ReturnType<FiguresMarket['bff']['browse']>>;
let adminId: string;
const period = lastDays(7, new Date());

beforeAll(async () => {
  market = await openFiguresMarket();
  const admin = await market.addAccount('Ada', ['buyer', 'admin']);
  adminId = admin.id;
  page = await market.bff.browse(admin);
  const seller = await market.addSeller();
  await market.sell({
    sellerId: seller.id,
    ...(await market.addProduct({ sellerId: seller.id })),
    title: 'A',
  });
  await market.waitForOrders(seller.id, 1);
});
afterAll(() => market.close());

describe('figures for the staff', () => {
  it('are those of the whole market, of its frontends and of its books', async () => {
    const sales = marketSalesSchema.parse((await page.query('analytics.platform.sales', period)).data);
    expect(sales.totals).toMatchObject({ gmvMinor: 2_000, shippingMinor: 250, orders: 1, takeMinor: 0 });
    for (const panel of ['search', 'audience', 'vitals'])
      expect((await page.query(`analytics.platform.${panel}`, period)).status).toBe(200);
    expect((await page.query('analytics.platform.cohorts')).data).toMatchObject([
      { customers: 1, bought: [1] },
    ]);
    const asked = { ...period, frontend: 'catalog' };
    expect(teamUsageSchema.parse((await page.query('analytics.team.usage', asked)).data).byDay).toHaveLength(
      7,
    );
    for (const panel of ['vitals', 'funnel', 'failures'])
      expect((await page.query(`analytics.team.${panel}`, asked)).status).toBe(200);
    const books = await page.query('analytics.platform.reconciliation', period);
    // The fact was written without an order.
    expect(reconciliationReportSchema.parse(books.data).days).toMatchObject([
      { ledger: { orders: 0 }, events: { orders: 1, paidMinor: 2_250 }, state: 'moving' },
    ]);
  });
});

describe('dead letters', () => {
  const counts = async () =>
    deadLetterCountsSchema.parse((await page.query('analytics.deadLetters.counts')).data);
  const waiting = async () => {
    const answer = await page.query('analytics.deadLetters.list', { reason: 'fact_invalid' });
    return deadLetterPageSchema.parse(answer.data).items;
  };
  const replay = (input: object) => page.mutate('analytics.deadLetters.replay', input);

  it('are counted, listed and replayed for a reason, which the audit log keeps', async () => {
    for (const _ of [1, 2])
      await market.services.database.client`
        insert into outbox (id, aggregate_id, type, version, payload, occurred_at)
        values (${newId()}, ${newId()}, 'order.enchanted', 1, ${toJson({})}::text::jsonb, now())`;
    await expect.poll(async () => (await counts())[0]?.waitingCount, { timeout: 20_000 }).toBe(2);
    const [first] = await waiting();

    const one = await replay({ letters: { ids: [first?.id] }, reason: 'Looked at it' });
    expect(replayByStaffResult.parse(one.data)).toMatchObject({
      replayedCount: 0,
      refusedCount: 1,
      refused: [{ id: first?.id }],
      isComplete: true,
    });
    const all = await replay({ letters: { reason: 'fact_invalid' }, reason: 'Mended the reader' });
    expect(replayByStaffResult.parse(all.data)).toMatchObject({ refusedCount: 2, isComplete: true });
    expect(await waiting()).toHaveLength(2);

    const { data } = await page.query('audit.list', { action: 'dead_letters.replayed' });
    expect(data).toMatchObject({
      items: [
        {
          actor: { kind: 'admin', accountId: adminId },
          subject: { kind: 'dead_letters', id: 'fact_invalid' },
          reason: 'Mended the reader',
        },
        { subject: { kind: 'dead_letter', id: first?.id }, reason: 'Looked at it', details: { letters: 1 } },
      ],
    });
  });

  it.each([
    { letters: { reason: 'fact_invalid' } },
    { letters: { reason: 'fact_invalid' }, reason: 'x' },
    { letters: { ids: [] }, reason: 'Nothing at all' },
    { letters: { reason: 'unknown' }, reason: 'Mended' },
  ])('are left alone for %o', async (input) => {
    expect((await replay(input)).status).toBe(400);
  });
});
