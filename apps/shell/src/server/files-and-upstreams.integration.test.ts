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

describe('robots.txt', () => {
  it('keeps crawlers out of what is personal and shows them the sitemap', async () => {
    const { html, headers } = await shell.get('/robots.txt');
    expect(headers.get('cache-control')).toMatch(/^public/);
    expect(html.split('\n')).toEqual([
      'User-agent: *',
      ...['/api/', '/cart', '/checkout', '/orders'].map((path) => `Disallow: ${path}`),
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
    expect(shell.asked.map(({ url }) => url)).toEqual(['/api/trpc/cart.get?input=1']);
    expect(shell.asked[0]?.headers.cookie).toBe('plaza_cart=mine');
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
