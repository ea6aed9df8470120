import { randomUUID } from 'node:crypto';
import { paths } from '@plaza/navigation/paths';
import { apiOf } from '../support/api.ts';
import { expect, test } from '../support/fixtures.ts';
import { ALONE, expectHealthy, freeze, kill, market, readHealthStatus } from '../support/market.ts';
import { fillCart } from '../support/orders.ts';
import { listProduct } from '../support/products.ts';
import { openPage } from '../support/shopping.ts';
import { orderWords, shell, ui } from '../support/words.ts';

test('a page says that the network is gone, until it is back', async ({ page, context }) => {
  await openPage(page, paths.home());
  await expect(page.getByText(ui.offlineTitle)).toBeHidden();
  await context.setOffline(true);
  await expect(page.getByText(ui.offlineTitle)).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(ui.offlineTitle)).toBeHidden();
});

test('health names every part, and is 503 while one of them is down', ALONE, async ({ request }) => {
  const healthy = await request.get('/healthz');
  expect(healthy.status()).toBe(200);
  expect(await healthy.json()).toMatchObject({
    status: 'ok',
    parts: { shell: { status: 'ok' }, bff: { status: 'ok' }, pipeline: { status: 'ok' } },
  });
  for (const part of ['bff', 'pipeline'] as const) {
    kill(part);
    await expect.poll(readHealthStatus, { intervals: [50] }).toBe(503);
    await expectHealthy();
  }
});

test(
  'without the BFF pages say so with a way to try again, and are back with it',
  ALONE,
  async ({ page, seller }) => {
    const product = await listProduct(seller.api);
    const heading = page.getByRole('heading', { level: 1, name: product.title });
    await openPage(page, paths.home());
    const goOn = freeze('bff');
    try {
      const response = await page.goto(paths.product(product.slug));
      expect(response?.status()).toBe(503);
      expect(response?.headers()['cache-control']).toContain('no-store');
      await expect(page.getByRole('heading', { name: shell.unavailable.heading })).toBeVisible();
      await expect(page.getByRole('banner').getByRole('link', { name: shell.home })).toBeVisible();
    } finally {
      goOn();
    }
    await expectHealthy();
    await expect(async () => {
      const retry = page
        .getByRole('main')
        .getByRole('button', { name: shell.unavailable.retry, exact: true });
      if (await retry.isVisible()) await retry.click({ timeout: 1_000 });
      await expect(heading).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 30_000 });
  },
);

test('a checkout survives the BFF’s end between two steps', ALONE, async ({ page, seller }) => {
  const product = await listProduct(seller.api);
  await fillCart(apiOf(page.request), [product]);
  await openPage(page, paths.checkout());
  await expect(page.getByRole('group', { name: orderWords.parcelFrom('Harbor & Finch') })).toBeVisible();
  kill('bff');
  // Placed while it is away or after it has come back: one order either way.
  const pay = page.getByRole('button', { name: orderWords.pay('') }).last();
  await expect(async () => {
    if (await pay.isEnabled({ timeout: 1_000 })) await pay.click({ timeout: 1_000 });
    await expect(page).toHaveURL(/\/stripe\/pay\//, { timeout: 3_000 });
  }).toPass({ timeout: 45_000 });
  await expectHealthy();
  expect((await apiOf(page.request).order.list.query({})).total).toBe(1);
});

test('a wrong request gets the right status and one line that helps', async ({ request, seller }) => {
  const product = await listProduct(seller.api);
  const post = async (path: string, options: Parameters<typeof request.post>[1]) => {
    const response = await request.post(path, options);
    const body = await response.json();
    const message: string = body.error?.message ?? body.message;
    return { status: response.status(), message };
  };
  const json = (data: unknown, headers = {}) => ({
    data: JSON.stringify(data),
    headers: { ...headers, 'content-type': 'application/json' },
  });
  const add = '/api/trpc/cart.addItem';
  const { variantId } = product;

  const cases = [
    { ...(await post(add, { ...json(null), data: '{"variantId":' })), want: 400 },
    { ...(await post(add, json({ variantId, quantity: -2 }))), want: 400 },
    { ...(await post(add, json({ variantId: 'no-id' }))), want: 400 },
    { ...(await post(add, json({ variantId, note: 'x'.repeat(1_200_000) }))), want: 413 },
    { ...(await post(add, json({ variantId }, { origin: 'https://elsewhere.test' }))), want: 403 },
    { ...(await post('/api/trpc/catalog.saveListing', json({}))), want: 401 },
    { ...(await post('/api/trpc/no.such', json({}))), want: 404 },
    {
      ...(await post(
        '/api/webhooks/stripe',
        json({ id: 'evt_forged' }, { 'stripe-signature': 't=1,v1=00' }),
      )),
      want: 400,
    },
    { ...(await post('/api/uploads/pictures', { data: 'x' })), want: 401 },
    { ...(await post('/ingest/e/', { data: 'not an event' })), want: 400 },
    {
      ...(await post('/ingest/e/', json({ api_key: 'phc_other', event: 'x', distinct_id: 'y' }))),
      want: 401,
    },
  ];
  for (const { status, message, want } of cases) {
    expect({ status, message }).toEqual({ status: want, message: expect.stringMatching(/^\S.{5,200}$/) });
  }
});

test('an order of somebody else does not exist, and a stale total is refused', async ({
  request,
  playwright,
  seller,
}) => {
  const product = await listProduct(seller.api);
  const api = apiOf(request);
  await fillCart(api, [product]);
  const refused = await api.order.place.mutate({ idempotencyKey: randomUUID(), shownTotalMinor: 1 });
  expect(refused).toMatchObject({ ok: false, code: 'price_changed' });
  const { totalMinor } = await api.cart.get.query();
  const placed = await api.order.place.mutate({ idempotencyKey: randomUUID(), shownTotalMinor: totalMinor });
  const orderId = placed.ok ? placed.orderId : '';
  expect((await api.order.get.query({ orderId })).totalMinor).toBe(totalMinor);

  const stranger = await playwright.request.newContext();
  await expect(apiOf(stranger).order.get.query({ orderId })).rejects.toThrow(/does not exist/);
  expect((await stranger.get(market.publicUrl + paths.order(orderId))).status()).toBe(404);
  await stranger.dispose();
});
