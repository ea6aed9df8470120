import { lastDays, sellerSalesSchema, sellerStockSchema } from '@plaza/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FiguresMarket, openFiguresMarket } from '../../testing/figures-market.ts';

let market: FiguresMarket;
let mine: Awaited<ReturnType<FiguresMarket['addSeller']>>;
let theirs: typeof mine;
let product: Awaited<ReturnType<FiguresMarket['addProduct']>>;
const period = lastDays(7, new Date());

beforeAll(async () => {
  market = await openFiguresMarket();
  [mine, theirs] = [await market.addSeller(), await market.addSeller()];
  product = await market.addProduct({ sellerId: mine.id, onHand: 6 });
  const other = await market.addProduct({ sellerId: theirs.id });
  await market.sell({ sellerId: mine.id, ...product, title: 'Mine' });
  for (const _ of [1, 2]) await market.sell({ sellerId: theirs.id, ...other, title: 'Theirs' });
  await market.waitForOrders(mine.id, 1);
  await market.waitForOrders(theirs.id, 2);
});
afterAll(() => market.close());

const panels = ['sales', 'funnel', 'sources', 'products', 'returns', 'customers'];

describe('a seller’s figures', () => {
  it('are those of the asker’s own seller, whoever else is named', async () => {
    const page = await market.bff.browse(mine.account);
    const asked = { ...period, sellerId: theirs.id };
    const sales = sellerSalesSchema.parse((await page.query('analytics.seller.sales', asked)).data);
    expect(sales.totals).toMatchObject({ revenueMinor: 2_250, orders: 1, units: 2 });
    for (const panel of panels) {
      const { status, data } = await page.query(`analytics.seller.${panel}`, asked);
      expect([panel, status]).toEqual([panel, 200]);
      expect(JSON.stringify(data)).not.toContain('Theirs');
    }
  });

  it('need the right to see figures', async () => {
    const staff = await market.addMember(mine.id, 'Lis', ['listings', 'orders']);
    const [page, stranger] = [await market.bff.browse(staff), await market.bff.browse()];
    for (const panel of [...panels, 'live', 'stock', 'weeklyReport']) {
      const path = `analytics.seller.${panel}`;
      expect([(await page.query(path, period)).status, (await stranger.query(path, period)).status]).toEqual([
        403, 401,
      ]);
    }
  });

  it.each([
    { from: '2026-11-20', to: '2026-11-01' },
    { from: '2020-01-01', to: '2026-11-01' },
    { from: 'x', to: 'y' },
    {},
  ])('are not given for %o', async (input) => {
    const page = await market.bff.browse(mine.account);
    expect((await page.query('analytics.seller.sales', input)).status).toBe(400);
  });

  it('tell how long stock lasts: the shelf now over what was sold a day', async () => {
    const page = await market.bff.browse(mine.account);
    const { counts, variants } = sellerStockSchema.parse((await page.query('analytics.seller.stock')).data);
    // Two in 28 days: six last for 84.
    expect(variants).toEqual([
      expect.objectContaining({
        variantId: product.variantId,
        variantLabel: 'Black',
        available: 6,
        unitsSold: 2,
        daysLeft: 84,
        state: 'enough',
      }),
    ]);
    expect(counts).toEqual({ sold_out: 0, low: 0, enough: 1, not_selling: 0 });
  });
});
