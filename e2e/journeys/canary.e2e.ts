import type { Page } from '@playwright/test';
import type { ApiClient } from '@plaza/api-client';
import { type TrialArm, trialTag } from '@plaza/contracts';
import type { Manifest } from '@plaza/contracts/manifest';
import { paths } from '@plaza/navigation/paths';
import { expect, type OpenBrowser, test } from '../support/fixtures.ts';
import { ALONE } from '../support/market.ts';
import { listProduct, type TestProduct } from '../support/products.ts';
import { publishVariant, startCanary } from '../support/releases.ts';
import { openDocument, type ShopperEvent, startShoppers } from '../support/shoppers.ts';
import { addToCart, openPage } from '../support/shopping.ts';
import { checkout } from '../support/words.ts';

const PERCENT = 50;
const SHOPPERS_PER_SECOND = 10;
/** Half a minute until it is certain that nothing was put into the cart, and time to notice. */
const TAKEN_BACK_MS = 75_000;

/** Where nothing happens on a press, and nothing says so. */
const SILENT = `globalThis.addEventListener?.('click', (event) => {
  if (event.target.closest('[data-mfe="checkout"] button')) event.stopPropagation();
}, true)`;
const THROWING = `if (globalThis.document) throw new Error('a broken release')`;
const HARMLESS = 'globalThis.plazaJourney = true';

const tagOf = ({ declaration, release }: Manifest, arm: TrialArm) =>
  trialTag(declaration.name, release.version, arm);
const buyButton = (page: Page) => page.getByRole('button', { name: checkout.add.button });

/** A page of a browser that has drawn this arm of a trial. */
async function openIn(openBrowser: OpenBrowser, path: string, tag: string): Promise<Page> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const context = await openBrowser();
    const page = await context.newPage();
    await openPage(page, path);
    if ((await page.locator('#plaza-boot').textContent())?.includes(tag)) return page;
    await context.close();
  }
  throw new Error(`Nobody has drawn ${tag}.`);
}

async function expectTakenBack(api: ApiClient, { declaration, release }: Manifest, reason: RegExp) {
  const { name: frontend } = declaration;
  const read = () => api.release.get.query({ frontend });
  await expect
    .poll(async () => (await read()).rollout.canary, { timeout: TAKEN_BACK_MS, intervals: [500] })
    .toBeNull();
  const change = { action: 'rolled_back', by: 'Guard', version: release.version };
  expect((await read()).changes[0]).toMatchObject({ ...change, reason: expect.stringMatching(reason) });
}

test(
  'a canary that silently sells nothing takes itself back, one that throws too, and a good one stays',
  ALONE,
  async ({ openBrowser, seller, admin }) => {
    test.setTimeout(150_000);
    const product = await listProduct(seller.api);
    const path = paths.product(product.slug);
    const [silent, throwing, good] = await Promise.all([
      publishVariant('checkout', { expose: 'add-to-cart', script: SILENT, note: 'Sells nothing' }),
      publishVariant('account', { expose: 'account-menu', script: THROWING, note: 'Throws' }),
      publishVariant('catalog', { expose: 'product', script: HARMLESS, note: 'Is as good' }),
    ]);
    try {
      for (const manifest of [silent, throwing, good]) await startCanary(manifest, PERCENT);
      await expect.poll(async () => (await openDocument(path)).length, { timeout: 20_000 }).toBe(3);
      const inCanary = await openIn(openBrowser, path, tagOf(silent, 'canary'));
      await buyButton(inCanary).click();
      await addToCart(await openIn(openBrowser, path, tagOf(silent, 'stable')), [product]);
      await expect(inCanary.getByText(checkout.add.added(1, product.title))).toBeHidden();

      const endShopping = startShoppers(path, SHOPPERS_PER_SECOND, (trials, index) => [
        { event: '$pageview', mfe: 'catalog' },
        { event: 'product_viewed', mfe: 'catalog', properties: goodsOf(product) },
        ...(index % 4 > 0 && trials.includes(tagOf(silent, 'stable')) ? [added(product)] : []),
        ...(trials.includes(tagOf(throwing, 'canary')) ? [failed(throwing)] : []),
      ]);
      try {
        await expectTakenBack(admin.api, throwing, /page views with the new version .* ended in an error/);
        await expectTakenBack(
          admin.api,
          silent,
          /saw a product with the new version .* put nothing into the cart/,
        );
      } finally {
        await endShopping();
      }
      await expect.poll(async () => (await openDocument(path)).length, { timeout: 20_000 }).toBe(1);
      await addToCart(inCanary, [product]);

      const { rollout } = await admin.api.release.get.query({ frontend: 'catalog' });
      expect(rollout.canary?.guard.state).toBe('watching');
      const steps = rollout.canary?.guard.findings.find(({ metric }) => metric === 'add_to_cart');
      expect(steps?.canary.total).toBeGreaterThan(30);
    } finally {
      for (const { declaration, release } of [silent, throwing, good]) {
        const about = { frontend: declaration.name, version: release.version, reason: 'The journey is over' };
        await admin.api.release.rollBack.mutate(about);
      }
    }
  },
);

const goodsOf = ({ productId, variantId, priceMinor }: TestProduct) => ({
  productId,
  variantId,
  sellerId: productId,
  quantity: 1,
  priceMinor,
  currency: 'USD',
});
const added = (product: TestProduct): ShopperEvent => ({
  event: 'product_added_to_cart',
  mfe: 'checkout',
  properties: goodsOf(product),
});
const failed = ({ declaration, release }: Manifest): ShopperEvent => ({
  event: 'remote_failed',
  mfe: declaration.name,
  properties: { remote: declaration.name, version: release.version, reason: 'a broken release' },
});
