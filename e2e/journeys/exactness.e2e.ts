import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { paths } from '@plaza/navigation/paths';
import { apiOf } from '../support/api.ts';
import { openBooks } from '../support/books.ts';
import { expect, test } from '../support/fixtures.ts';
import { ALONE, expectHealthy, kill, market, type Part } from '../support/market.ts';
import { fillCart, payOrder, placeOrder } from '../support/orders.ts';
import { listProduct } from '../support/products.ts';
import { openPage } from '../support/shopping.ts';
import { withConsent } from '../support/visitor-state.ts';
import { catalog } from '../support/words.ts';

const KILLS: readonly Part[] = ['pipeline', 'bff', 'clickhouse', 'bff', 'pipeline', 'clickhouse'];
/** What was captured while a part was away is sent again by the browser, after pauses that grow. */
const CAUGHT_UP_MS = 60_000;

/** Repeats what may be repeated without harm until it is answered: a part was away, and the same step again is the same order. */
async function insist<Answer>(step: () => Promise<Answer>, isOver: () => boolean): Promise<Answer | null> {
  let answer: Answer | null = null;
  await expect(async () => {
    answer = isOver() ? null : await step();
  }).toPass({ intervals: [100], timeout: 0 });
  return answer;
}

/** Buys again and again until told to stop; each order is paid, or left unpaid when the end came first. */
async function keepBuying(
  request: APIRequestContext,
  variantIds: string[],
  isOver: () => boolean,
): Promise<number> {
  const api = apiOf(request);
  let paid = 0;
  while (!isOver()) {
    const idempotencyKey = randomUUID();
    await insist(
      () =>
        fillCart(
          api,
          variantIds.map((variantId) => ({ variantId })),
        ),
      isOver,
    );
    const orderId = await insist(() => placeOrder(api, idempotencyKey), isOver);
    if (orderId === null) break;
    await insist(() => payOrder(api, request, orderId), isOver);
    paid += 1;
    // The cart is empty once the shop knows of the payment.
    await insist(async () => {
      const { status } = await api.payment.settle.mutate({ orderId });
      if (status !== 'paid') throw new Error('not settled yet');
    }, isOver);
  }
  return paid;
}

test.describe('kills of every part', ALONE, () => {
  test.setTimeout(180_000);

  test('lose no sale, count none twice, and capture events arrive once', async ({
    playwright,
    openBrowser,
    seller,
    otherSeller,
  }) => {
    const cable = await listProduct(seller.api, { priceMinor: 1_999, stock: 100_000 });
    const board = await listProduct(otherSeller.api, { priceMinor: 10_001, stock: 100_000 });
    const counted = await openBrowser({ storageState: withConsent('granted', market.publicUrl) });
    const page = await counted.newPage();
    await openPage(page, paths.search(cable.title));
    const requests = await Promise.all([1, 2, 3].map(() => playwright.request.newContext()));
    let isOver = false;
    const buyers = requests.map((request, at) =>
      keepBuying(request, at === 0 ? [cable.variantId] : [cable.variantId, board.variantId], () => isOver),
    );

    let views = 0;
    for (const part of KILLS) {
      await page.getByRole('main').getByRole('link', { name: cable.title }).click();
      kill(part);
      await expect(page.getByRole('heading', { level: 1, name: cable.title })).toBeVisible({
        timeout: 20_000,
      });
      views += 1;
      await expectHealthy();
      await page.goBack();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        catalog.search.resultsFor(cable.title),
      );
    }
    isOver = true;
    const paid = (await Promise.all(buyers)).reduce((sum, count) => sum + count, 0);
    expect(paid).toBeGreaterThan(KILLS.length);

    // Money that goes back is part of the sum.
    const { items } = await seller.api.fulfilment.list.query({ status: 'paid' });
    const own = items.find(({ lines }) => lines.some(({ variantId }) => variantId === cable.variantId));
    await seller.api.fulfilment.cancel.mutate({ sellerOrderId: own?.id ?? '' });

    const books = openBooks();
    try {
      await expect(async () => {
        const [orders, events] = await Promise.all([books.revenueOfOrders(), books.revenueOfEvents()]);
        expect(orders.length).toBeGreaterThan(0);
        expect(orders.some(({ refundedMinor }) => refundedMinor > 0)).toBe(true);
        expect(events).toEqual(orders);
      }).toPass({ timeout: CAUGHT_UP_MS });
      await expect
        .poll(() => books.countEvents('product_viewed', cable.productId), { timeout: CAUGHT_UP_MS })
        .toEqual({ rows: views, distinct: views });
    } finally {
      await books.close();
      await Promise.all(requests.map((request) => request.dispose()));
    }
  });
});
