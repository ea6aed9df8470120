import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ShopShell, startShopShell } from '../testing/shop-shell.ts';

let shell: ShopShell;
beforeAll(async () => {
  shell = await startShopShell();
});
beforeEach(() => {
  shell.asked.length = 0;
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
    expect(shell.asked.map(({ headers }) => headers.cookie)).toEqual([undefined]);
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
    expect(shell.asked.map(({ headers }) => headers.cookie)).toEqual(['plaza_cart=mine']);
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
