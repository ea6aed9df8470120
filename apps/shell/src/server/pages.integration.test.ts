import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeFakeRelease } from '../testing/fake-release.ts';
import { startTestShell, type TestShell } from '../testing/test-shell.ts';

const SLOT = "return { default: () => h('b', null, 'slot') };";
const page = (loader: string, head = "({ title: 'A page' })") =>
  `return { default: ({ data }) => h('h1', null, JSON.stringify(data)), loader: async ({ api, params, search }) => ${loader}, head: ({ data }) => ${head} };`;

const PRODUCT_HEAD = `({ title: 'Phone <3', description: 'A "phone"', canonicalPath: '/product/phone', imagePath: '/media/phone.svg',
  openGraphType: 'product', jsonLd: [{ '@type': 'Product', name: '</script><script>alert(1)' }], preloadImagePath: '/media/phone.svg' })`;

let shell: TestShell;
let asked: IncomingMessage[];

beforeAll(async () => {
  shell = await startTestShell({
    bff(request, response) {
      asked.push(request);
      response.setHeader('content-type', 'application/json');
      if (request.url?.includes('order.list')) {
        response.statusCode = 401;
        response.end(
          '{"error":{"message":"Sign in.","code":-32001,"data":{"code":"UNAUTHORIZED","httpStatus":401}}}',
        );
      } else response.end('{"result":{"data":{"itemCount":2}}}');
    },
    releases: (dir) => ({
      catalog: writeFakeRelease(dir, 'catalog', {
        'category-menu': SLOT,
        'search-box': SLOT,
        home: page("({ kind: 'ok', data: await api.catalog.home.query() })"),
        search: page("({ kind: 'ok', data: { params, search } })"),
        product: page(
          "(params.productSlug === 'gone' ? { kind: 'not_found' } : { kind: 'ok', data: { text: '</script>' } })",
          PRODUCT_HEAD,
        ),
      }),
      checkout: writeFakeRelease(dir, 'checkout', {
        'mini-cart': SLOT,
        cart: page("({ kind: 'ok', data: await api.cart.get.query() })"),
        checkout: page("({ kind: 'redirect', href: '/cart' })"),
      }),
      account: writeFakeRelease(dir, 'account', {
        'account-menu': SLOT,
        orders: page("({ kind: 'ok', data: await api.order.list.query({ page: 1 }) })"),
        order: page("({ kind: 'sign_in_required' })"),
      }),
    }),
  });
});
beforeEach(() => {
  asked = [];
});
afterAll(() => shell.close());

const boot = (html: string): unknown =>
  JSON.parse(/<script type="application\/json" id="plaza-boot">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null');

describe('a public page', () => {
  it('is the same for everybody: rendered without cookies, for a CDN to keep', async () => {
    const { status, headers } = await shell.get('/', { headers: { cookie: 'plaza_session=secret' } });
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toMatch(/^public, max-age=0, s-maxage=60/);
    expect(headers.get('set-cookie')).toBeNull();
    expect(asked.map(({ headers }) => headers.cookie)).toEqual([undefined]);
  });

  it('says who it is to search engines and link previews', async () => {
    const { html } = await shell.get('/product/phone');
    expect(html).toContain('<title>Phone &lt;3</title>');
    expect(html).toContain('<meta name="description" content="A &quot;phone&quot;" data-page-head>');
    expect(html).toContain('<link rel="canonical" href="https://plaza.test/product/phone" data-page-head>');
    expect(html).toContain('property="og:image" content="https://plaza.test/media/phone.svg"');
    expect(html).toContain('<link rel="preload" as="image" fetchpriority="high" href="/media/phone.svg">');
  });

  it('lets no data end a script early', async () => {
    const { html } = await shell.get('/product/phone');
    expect(html).not.toContain('</script><script>alert(1)');
    expect(boot(html)).toMatchObject({ page: { outcome: { kind: 'ok', data: { text: '</script>' } } } });
  });

  it('gets its parameters and the query string as plain strings', async () => {
    const { html } = await shell.get('/category/usb-c?page=2&q=%22a%22');
    expect(boot(html)).toMatchObject({
      page: { outcome: { data: { params: { categorySlug: 'usb-c' }, search: { page: '2', q: '"a"' } } } },
    });
  });

  it('answers 404 for what does not exist, with the shop around it', async () => {
    for (const path of ['/product/gone', '/nowhere', '/product/a/b']) {
      const { status, html, headers } = await shell.get(path);
      expect(status, path).toBe(404);
      expect(html).toContain('This page does not exist');
      expect(html).toContain('slot');
      expect(headers.get('cache-control')).toBe('private, no-store');
    }
  });
});

describe('a private page', () => {
  it('is rendered with the cookies of its visitor and kept by nobody', async () => {
    const { status, headers, html } = await shell.get('/cart', { headers: { cookie: 'plaza_cart=mine' } });
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(asked.map(({ headers }) => headers.cookie)).toEqual(['plaza_cart=mine']);
    expect(html).toContain('itemCount');
  });

  it.each([
    ['its loader says so', '/orders/7?tab=2', '/sign-in?returnTo=%2Forders%2F7%3Ftab%3D2'],
    ['the BFF says so', '/orders', '/sign-in?returnTo=%2Forders'],
  ])('sends a stranger to sign in, when %s', async (_, path, target) => {
    const { status, headers } = await shell.get(path);
    expect([status, headers.get('location')]).toEqual([302, target]);
  });

  it('follows a redirect of its loader', async () => {
    const { status, headers } = await shell.get('/checkout');
    expect([status, headers.get('location')]).toEqual([302, '/cart']);
  });
});

describe('a document', () => {
  it('allows the scripts that it holds, and no others', async () => {
    const { html, headers } = await shell.get('/');
    const policy = headers.get('content-security-policy') ?? '';
    const inline = [...html.matchAll(/<script(?: type="importmap")?>(.*?)<\/script>/gs)].map(
      ([, content]) => content ?? '',
    );
    expect(inline).toHaveLength(2);
    for (const content of inline) {
      expect(policy).toContain(`'sha256-${createHash('sha256').update(content).digest('base64')}'`);
    }
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-eval');
  });

  it('vouches for every script of the remotes', async () => {
    const { html } = await shell.get('/');
    const map = JSON.parse(/<script type="importmap">(.*?)<\/script>/s.exec(html)?.[1] ?? '');
    const preloads = [
      ...html.matchAll(/<link rel="modulepreload" fetchpriority="low" href="([^"]+)" integrity="([^"]+)">/g),
    ];
    expect(preloads.length).toBeGreaterThanOrEqual(3);
    for (const [, href = '', integrity] of preloads) expect(map.integrity[href]).toBe(integrity);
    expect(Object.keys(map.integrity).some((url) => url.includes('/server/'))).toBe(false);
  });

  it.each(['br', 'gzip'])('is compressed with %s for those who take it', async (encoding) => {
    const { headers, html } = await shell.get('/', { headers: { 'accept-encoding': encoding } });
    expect(headers.get('content-encoding')).toBe(encoding);
    expect(html).toContain('</html>');
  });
});

describe('an address', () => {
  it('has one form: a slash at its end leads to the one without', async () => {
    const { status, headers } = await shell.get('/cart/?a=1');
    expect([status, headers.get('location')]).toEqual([308, '/cart?a=1']);
    expect((await shell.get('//elsewhere.test/')).headers.get('location')).toBe('/elsewhere.test');
  });

  it('may be strange without breaking anything', async () => {
    for (const path of [
      '/product/%E0%A4%A',
      '/search?q=%E0%A4%A',
      `/search?q=${'a'.repeat(5_000)}`,
      '/%00',
      '/search?__proto__=1',
    ]) {
      expect((await shell.get(path)).status, path).toBeLessThan(500);
    }
  });

  it('of a page can only be read', async () => {
    expect((await shell.get('/', { method: 'POST', body: 'x' })).status).toBe(405);
  });
});

describe('robots.txt', () => {
  it('keeps crawlers out of what is personal and shows them the sitemap', async () => {
    const { html, headers } = await shell.get('/robots.txt');
    expect(headers.get('cache-control')).toMatch(/^public/);
    expect(html.split('\n')).toEqual([
      'User-agent: *',
      ...[
        '/api/',
        '/cart',
        '/checkout',
        '/sign-in',
        '/register',
        '/verify-email',
        '/forgot-password',
        '/reset-password',
        '/account',
        '/orders',
        '/selling',
        '/admin',
      ].map((path) => `Disallow: ${path}`),
      '',
      'Sitemap: https://plaza.test/sitemap.xml',
      '',
    ]);
  });
});

describe('files of remotes', () => {
  it('never change and are kept for ever', async () => {
    const { html } = await shell.get('/');
    const [, entry = ''] = /href="(\/remotes\/catalog\/[^"]+remoteEntry\.js)"/.exec(html) ?? [];
    const { status, headers } = await shell.get(entry);
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect(headers.get('content-type')).toContain('javascript');
  });

  it('are nothing but what browsers need', async () => {
    const { html } = await shell.get('/');
    const [, folder = ''] = /href="(\/remotes\/catalog\/[0-9a-f]+\/)/.exec(html) ?? [];
    for (const path of [
      `${folder}server/remoteEntry.js`,
      '/remotes/../registry.json',
      '/remotes/%2e%2e/registry.json',
      '/remotes/none.js',
    ]) {
      expect((await shell.get(path)).status, path).toBe(404);
    }
  });
});

describe('what other processes answer', () => {
  it('passes through, with its path as it is', async () => {
    await shell.get('/api/trpc/cart.get?input=1', { headers: { cookie: 'plaza_cart=mine' } });
    expect(asked.map(({ url }) => url)).toEqual(['/api/trpc/cart.get?input=1']);
    expect(asked[0]?.headers.cookie).toBe('plaza_cart=mine');
  });

  it('is told to be away when it is', async () => {
    const { status, html } = await shell.get('/ingest/e/', { method: 'POST', body: '{}' });
    expect(status).toBe(503);
    expect(JSON.parse(html)).toMatchObject({ error: { code: 'UPSTREAM_UNAVAILABLE' } });
  });

  it('is part of the health of the shop', async () => {
    const { status, html } = await shell.get('/healthz');
    expect(status).toBe(200);
    expect(JSON.parse(html)).toMatchObject({
      status: 'ok',
      parts: { shell: { status: 'ok', remotes: { catalog: { status: 'ok' } } }, bff: {} },
    });
  });
});
