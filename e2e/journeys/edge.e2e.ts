import { paths } from '@plaza/navigation/paths';
import { expect, test } from '../support/fixtures.ts';
import { market } from '../support/market.ts';
import { listProduct } from '../support/products.ts';
import { openPage } from '../support/shopping.ts';

const COMMON = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
};

test('every kind of answer carries the headers of its kind', async ({ request, seller }) => {
  const home = await (await request.get('/')).text();
  const [, asset = ''] = /src="(\/assets\/[^"]+\.js)"/.exec(home) ?? [];
  const [, remote = ''] = /href="(\/remotes\/[^"]+\.js)"/.exec(home) ?? [];
  const [, picture = ''] = /(\/media\/[0-9a-f]{32}\.svg)/.exec(home) ?? [];
  const product = await listProduct(seller.api);
  const open = /^public/;
  const personal = /no-store/;
  const kinds: [path: string, status: number, kept: RegExp, resourcePolicy?: string][] = [
    ['/', 200, open],
    [paths.product(product.slug), 200, open],
    [paths.cart(), 200, personal],
    [paths.signIn(), 200, personal],
    ['/there/is/nothing/here', 404, personal],
    [asset, 200, /immutable/],
    [remote, 200, /immutable/],
    ['/assets/none.js', 404, personal],
    ['/favicon.svg', 200, open],
    ['/robots.txt', 200, open],
    ['/sitemap.xml', 200, open],
    ['/healthz', 200, personal],
    ['/api/trpc/catalog.home', 200, open],
    ['/api/trpc/identity.me', 200, personal],
    ['/api/trpc/there.is.none', 404, personal],
    ['/api/webhooks/stripe', 404, personal],
    [picture, 200, /immutable/, 'cross-origin'],
    ['/media/none.png', 404, personal],
    ['/ingest/array/phc_plaza_local/config', 200, open, 'cross-origin'],
    ['/ingest/none', 404, personal, 'cross-origin'],
    ['/inbox', 200, personal],
    ['/stripe/pay/none', 404, personal],
  ];
  for (const [path, status, kept, resourcePolicy = 'same-origin'] of kinds) {
    const answer = await request.get(path);
    const headers = answer.headers();
    expect([path, answer.status()]).toEqual([path, status]);
    expect(headers, path).toMatchObject({ ...COMMON, 'cross-origin-resource-policy': resourcePolicy });
    expect(headers['cache-control'], path).toMatch(kept);
    expect(headers['referrer-policy'], path).toMatch(
      /^(strict-origin-when-cross-origin|same-origin|no-referrer)$/,
    );
    expect(headers['permissions-policy'], path).toContain('camera=()');
    expect(headers['content-security-policy'], path).toMatch(/^default-src 'none'.*frame-ancestors 'none'/);
    for (const absent of ['server', 'x-powered-by']) expect(headers, path).not.toHaveProperty(absent);
    if (!path.startsWith('/ingest')) expect(headers, path).not.toHaveProperty('access-control-allow-origin');
  }
});

/** Scripts of another site, which loads if the browser asks for it. */
const FOREIGN = {
  contentType: 'text/javascript',
  headers: { 'access-control-allow-origin': '*' },
  body: 'window.ran = true; export {};',
};

test.describe('a script that got into a page', () => {
  test.beforeEach(({ page }) => page.route('https://evil.test/**', (route) => route.fulfill(FOREIGN)));

  test('does not get there as text that becomes HTML', async ({ page }) => {
    await openPage(page, '/');
    const thrown = await page.evaluate(() => {
      try {
        document.body.insertAdjacentHTML('beforeend', '<b>text</b>');
        return 'nothing';
      } catch (error) {
        return String(error);
      }
    });
    expect(thrown).toContain('TrustedHTML');
  });

  // As an answer of the server would hold it: the parser meets it, not a script.
  for (const { what, path, markup } of [
    { what: 'inline', path: '/', markup: '<script>window.ran = true</script>' },
    { what: 'as a handler', path: '/', markup: '<img src="/none" onerror="window.ran = true">' },
    {
      what: 'from elsewhere',
      path: '/',
      markup: '<script type="module" src="https://evil.test/x.js"></script>',
    },
    {
      what: 'with a nonce of its own',
      path: '/cart',
      markup: '<script nonce="x">window.ran = true</script>',
    },
    {
      what: 'from this origin, on a private page',
      path: '/cart',
      markup: '<script src="/ingest/array/x/config.js"></script>',
    },
    { what: 'by another base', path: '/', markup: '<base href="https://evil.test/">' },
  ])
    test(`does not run ${what}`, async ({ page }) => {
      const stopped: string[] = [];
      await page.route(path, async (route) => {
        const answer = await route.fetch();
        const body = (await answer.text()).replace('<div id="root">', `${markup}<div id="root">`);
        await route.fulfill({ response: answer, body });
      });
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) stopped.push(message.text());
      });
      await openPage(page, path);
      await expect.poll(() => stopped.length).toBeGreaterThan(0);
      expect(
        await page.evaluate(() => Object.hasOwn(window, 'ran') || '_POSTHOG_REMOTE_CONFIG' in window),
      ).toBe(false);
      expect(await page.evaluate(() => document.baseURI)).toContain(market.publicUrl);
    });

  test('cannot make a trusted script import from another origin', async ({ page }) => {
    await openPage(page, '/cart');
    const outcome = await page.evaluate(
      (address) =>
        import(address).then(
          () => 'imported',
          () => 'refused',
        ),
      'https://evil.test/remoteEntry.js',
    );
    expect(outcome).toBe('refused');
  });
});

test.describe('a page of another site', () => {
  for (const [what, headers] of [
    ['by its origin', { origin: 'https://evil.test' }],
    ['by what the browser says of it', { 'sec-fetch-site': 'cross-site' }],
    ['though it is a sister', { origin: 'https://x.localhost', 'sec-fetch-site': 'same-site' }],
  ] as const)
    test(`changes nothing, known ${what}`, async ({ request }) => {
      for (const path of ['/api/trpc/identity.signOut', '/api/uploads/pictures']) {
        const answer = await request.post(path, { headers, data: {} });
        expect([path, answer.status()]).toEqual([path, 403]);
      }
    });

  test('cannot listen over the web socket', async ({ openBrowser }) => {
    const context = await openBrowser();
    const page = await context.newPage();
    // The same machine under another name is another site to the browser.
    await page.route('http://evil.test/', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<p>evil</p>' }),
    );
    await page.goto('http://evil.test/');
    const outcome = await page.evaluate(
      (url) =>
        new Promise<string>((resolve) => {
          const socket = new WebSocket(url);
          socket.onopen = () => resolve('open');
          socket.onerror = () => resolve('refused');
        }),
      `${market.publicUrl.replace(/^http/, 'ws')}/api/trpc`,
    );
    expect(outcome).toBe('refused');
  });
});
