import type { Page } from '@playwright/test';
import { paths } from '@plaza/navigation/paths';
import { expect, test } from '../support/fixtures.ts';
import { market } from '../support/market.ts';
import { listProduct } from '../support/products.ts';
import { openPage } from '../support/shopping.ts';
import { catalog, shell } from '../support/words.ts';

/** A page's structured data of one type, as search engines read it. */
async function readJsonLd(page: Page, type: string): Promise<Record<string, unknown>> {
  const scripts = await page.locator('script[type="application/ld+json"]').allTextContents();
  const found = scripts.map((text) => JSON.parse(text)).find((data) => data['@type'] === type);
  if (!found) throw new Error(`There is no structured data of type ${type}.`);
  return found;
}

async function expectHead(page: Page, { path, type = 'website' }: { path: string; type?: string }) {
  const content = (selector: string) => page.locator(selector).getAttribute('content');
  await expect(page).toHaveTitle(/Plaza/);
  expect(await content('meta[name="description"]')).not.toBe('');
  expect(await page.locator('link[rel="canonical"]').getAttribute('href')).toBe(market.publicUrl + path);
  expect(await content('meta[property="og:title"]')).toBe(await page.title());
  expect(await content('meta[property="og:type"]')).toBe(type);
  expect(await content('meta[property="og:url"]')).toBe(market.publicUrl + path);
  expect(await content('meta[property="og:image"]')).toMatch(/^http/);
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('home leads to departments and products', async ({ page }) => {
    await page.goto(paths.home());
    await expect(page.getByRole('heading', { level: 1, name: catalog.home.heading })).toBeVisible();
    await expect(page.getByRole('region', { name: catalog.home.bestSelling })).toBeVisible();
    await expectHead(page, { path: '/' });
    await page.getByRole('region', { name: catalog.home.departments }).getByRole('link').first().click();
    await expect(page).toHaveURL(/\/category\//);
    await expect(page.getByRole('region', { name: catalog.search.resultsLabel })).toBeVisible();
    await expectHead(page, { path: new URL(page.url()).pathname });
  });

  test('search filters and sorts by plain forms', async ({ page }) => {
    await page.goto(paths.home());
    await page.getByRole('searchbox', { name: catalog.searchBox.label }).fill('usb');
    await page.getByRole('button', { name: catalog.searchBox.submit, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(catalog.search.resultsFor('usb'));
    const filters = page.getByRole('complementary', { name: catalog.search.filters });
    await filters.getByRole('textbox', { name: catalog.search.maxPrice }).fill('60');
    await filters.getByRole('checkbox', { name: catalog.search.inStock }).check();
    await filters.getByRole('button', { name: catalog.search.applyPrice }).click();
    await expect(page).toHaveURL(/max=60/);
    await expect(page).toHaveURL(/stock=1/);

    await page.getByRole('combobox', { name: catalog.search.sort }).selectOption('price_asc');
    await page.getByRole('button', { name: catalog.search.sortGo, exact: true }).click();
    await expect(page).toHaveURL(/sort=price_asc/);
    await expect(page).toHaveURL(/max=60/);
    const { products } = await readPrices(page);
    expect(products.length).toBeGreaterThan(3);
    expect(products).toEqual([...products].sort((a, b) => a - b));
    expect(Math.max(...products)).toBeLessThanOrEqual(60);
  });

  test('a product says what it is, what it costs and who sells it', async ({ page, seller }) => {
    const product = await listProduct(seller.api, { priceMinor: 12_345, stock: 8 });
    const response = await page.goto(paths.product(product.slug));
    expect(response?.status()).toBe(200);
    await expect(page.getByRole('heading', { level: 1, name: product.title })).toBeVisible();
    await expect(page.getByTestId('product-price')).toContainText('$123.45');
    await expect(page.getByTestId('stock-line')).toHaveText(catalog.product.inStock(8));
    // Found by its element: text inside of noscript is not searched.
    await expect(page.locator('noscript p')).toHaveText(catalog.product.noScriptBuy);
    expect(await readJsonLd(page, 'Product')).toMatchObject({
      '@context': 'https://schema.org',
      name: product.title,
      brand: { '@type': 'Brand', name: 'Journey' },
      offers: [
        {
          '@type': 'Offer',
          price: '123.45',
          priceCurrency: 'USD',
          availability: 'https://schema.org/InStock',
          seller: { name: 'Harbor & Finch' },
        },
      ],
    });
    expect(await readJsonLd(page, 'BreadcrumbList')).toMatchObject({ itemListElement: expect.any(Array) });
  });

  test('a product with pictures names one for link previews', async ({ page, seller }) => {
    const { bestSelling } = await seller.api.catalog.home.query();
    const path = paths.product(bestSelling[0]?.slug ?? '');
    await page.goto(path);
    await expectHead(page, { path, type: 'product' });
    await expect(page.getByRole('region', { name: catalog.product.related })).toBeVisible();
  });

  test('an unknown product is a helpful 404', async ({ page }) => {
    const response = await page.goto(paths.product('there-is-no-such-product'));
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1, name: shell.notFound.heading })).toBeVisible();
    await page.getByRole('link', { name: shell.notFound.toSearch }).click();
    await expect(page.getByRole('heading', { level: 1, name: catalog.search.allProducts })).toBeVisible();
  });
});

/** Prices of the results, in the order of the page. */
async function readPrices(page: Page): Promise<{ products: number[] }> {
  const cards = page.getByRole('region', { name: catalog.search.resultsLabel }).getByRole('listitem');
  const texts = await cards.filter({ has: page.getByRole('heading') }).allTextContents();
  return { products: texts.map((text) => Number(/\$([\d,]+\.\d\d)/.exec(text)?.[1]?.replace(',', ''))) };
}

test.describe('with JavaScript', () => {
  test('pages come alive without a complaint, and one leads to the next without a new document', async ({
    page,
  }) => {
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`));
    page.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`${response.url()} ${response.status()}`);
    });
    page.on('request', (request) => requests.push(request.url()));

    await openPage(page, paths.home());
    const loaderCalls = (name: string) => requests.filter((url) => url.includes(`/api/trpc/${name}`)).length;
    expect(loaderCalls('catalog.home'), 'the document brought its data').toBe(0);

    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await page.getByRole('region', { name: catalog.home.departments }).getByRole('link').first().click();
    await expect(page).toHaveURL(/\/category\//);
    const results = page.getByRole('region', { name: catalog.search.resultsLabel });
    await expect(results).toBeVisible();
    const category = await page.getByRole('heading', { level: 1 }).textContent();
    const link = results.getByRole('listitem').getByRole('heading').getByRole('link').first();
    const title = (await link.textContent()) ?? '';
    await link.click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page).toHaveTitle(catalog.titleOf(title));
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1, name: category ?? '' })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1, name: catalog.home.heading })).toBeVisible();
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);

    const scripts = requests.filter((url) => /\.js(\?|$)/.test(url));
    expect(new Set(scripts).size, 'no script came twice').toBe(scripts.length);
    expect(await copiesOfReact(page)).toBe(1);
    expect(complaints).toEqual([]);
  });

  test('a product page does not ask for what the document has brought', async ({ page, seller }) => {
    const product = await listProduct(seller.api);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await openPage(page, paths.product(product.slug));
    await page.waitForLoadState('networkidle');
    expect(asked.filter((url) => url.includes('/api/trpc/catalog.product'))).toEqual([]);
  });
});

/** How many of the scripts that the page has fetched hold React itself. */
async function copiesOfReact(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const urls = performance.getEntriesByType('resource').map((entry) => entry.name);
    const scripts = [...new Set(urls.filter((url) => new URL(url).pathname.endsWith('.js')))];
    const texts = await Promise.all(scripts.map(async (url) => (await fetch(url)).text()));
    // The name under which React shares its internals with React DOM: only React itself defines it.
    const internals = /__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE\s*=\s*[\w${]/;
    return texts.filter((text) => internals.test(text)).length;
  });
}
