import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Release } from '@plaza/contracts/registry';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { writeContainer, writeFakeRelease } from '../testing/fake-release.ts';
import { startTestShell, type TestShell } from '../testing/test-shell.ts';

const HOME = `return {
  default: ({ data }) => h('h1', null, data.title),
  loader: async () => ({ kind: 'ok', data: { title: 'Welcome to the market' } }),
  head: ({ data }) => ({ title: data.title, canonicalPath: '/', preloadImagePath: '/media/a.svg' }),
};`;
const SLOT = "return { default: () => h('b', null, 'slot is here') };";
const CART = `return {
  default: () => h('h1', null, 'Your cart'),
  loader: async ({ api }) => ({ kind: 'ok', data: await api.cart.get.query() }),
  head: () => ({ title: 'Cart', noIndex: true }),
};`;
const catalog = { home: HOME, 'category-menu': SLOT, 'search-box': SLOT };
const checkout = { cart: CART, 'mini-cart': SLOT };
const HOME_AT: Release['pages'] = [{ path: '/', expose: 'home', access: 'public' }];
const CART_AT: Release['pages'] = [{ path: '/cart', expose: 'cart', access: 'private' }];
const UNAVAILABLE = 'This page is not available right now';

let shell: TestShell;
afterEach(() => shell.close());

const start = (
  checkoutRelease: (remotesDir: string) => ReturnType<typeof writeContainer>,
  bff: Parameters<typeof startTestShell>[0]['bff'] = (_request, response) =>
    response.end('{"result":{"data":{}}}'),
) =>
  startTestShell({
    bff,
    releases: (remotesDir) => ({
      catalog: writeFakeRelease(remotesDir, 'catalog', catalog, HOME_AT),
      checkout: checkoutRelease(remotesDir),
    }),
  });

describe('a remote that cannot be loaded leaves a fallback in its place and the rest of the page alone', () => {
  it.each([
    ['throws when it is imported', 'throw new Error("broken on arrival");'],
    ['never finishes', 'await new Promise(() => undefined);'],
    ['is no container', 'export const nothing = 1;'],
    [
      'needs another major version of React',
      'export const init = () => { throw new Error("needs react 20"); }; export const get = () => undefined;',
    ],
  ])('when it %s', async (_, source) => {
    shell = await start((dir) => writeContainer(dir, 'checkout', source, ['cart', 'mini-cart'], CART_AT));
    const home = await shell.get('/');
    expect(home).toMatchObject({ status: 200 });
    expect(home.html).toContain('Welcome to the market');
    expect(home.html).toContain('The cart could not be loaded. Try again');
    expect(home.headers.get('cache-control')).toBe('private, no-store');
    const cart = await shell.get('/cart');
    expect(cart.status).toBe(503);
    expect(cart.html).toContain(UNAVAILABLE);
    expect(cart.html).toContain('slot is here');
  });

  it('when its files are gone, or are not those that were published', async () => {
    shell = await start((dir) => {
      const release = writeFakeRelease(dir, 'checkout', checkout, CART_AT);
      rmSync(join(dir, 'checkout', release.version, 'server'), { recursive: true });
      return release;
    });
    expect((await shell.get('/')).status).toBe(200);
    expect((await shell.get('/cart')).status).toBe(503);
  });

  it('when it throws while it is drawn', async () => {
    const broken = {
      ...checkout,
      cart: CART.replace("h('h1', null, 'Your cart')", "{ throw new Error('no') }"),
      'mini-cart': "return { default: () => { throw new Error('no'); } };",
    };
    shell = await start((dir) => writeFakeRelease(dir, 'checkout', broken, CART_AT));
    const home = await shell.get('/');
    expect(home.status).toBe(200);
    expect(home.html).toContain('Welcome to the market');
    expect(home.html).toContain('The cart could not be loaded. Try again');
    const cart = await shell.get('/cart');
    expect(cart.status).toBe(503);
    expect(cart.html).toContain(UNAVAILABLE);
  });
});

describe('a BFF that fails leaves the page to say so', () => {
  it.each([
    [
      'answers 500',
      (_request: unknown, response: { statusCode: number; end: (text: string) => void }) => {
        response.statusCode = 500;
        response.end('{}');
      },
    ],
    [
      'answers no JSON',
      (_request: unknown, response: { end: (text: string) => void }) => response.end('<html>'),
    ],
    ['hangs up', (request: { socket: { destroy(): void } }) => request.socket.destroy()],
  ])('when it %s', async (_, bff) => {
    shell = await start((dir) => writeFakeRelease(dir, 'checkout', checkout, CART_AT), bff);
    const cart = await shell.get('/cart');
    expect(cart.status).toBe(503);
    expect(cart.html).toContain(UNAVAILABLE);
    expect(cart.html).toContain('slot is here');
    expect((await shell.get('/')).status).toBe(200);
  });
});

describe('a release', () => {
  it('goes live without a restart, and a broken one leaves the last good one in place', async () => {
    shell = await start((dir) => writeFakeRelease(dir, 'checkout', checkout, CART_AT));
    const next = { ...catalog, home: HOME.replace('Welcome to the market', 'A new front page') };
    const good = writeFakeRelease(shell.remotesDir, 'catalog', next, HOME_AT);
    shell.release({ ...shell.released, catalog: good });
    await vi.waitFor(async () => expect((await shell.get('/')).html).toContain('A new front page'), 20_000);
    expect((await shell.get('/cart')).status).toBe(200);

    const bad = writeContainer(shell.remotesDir, 'catalog', 'throw new Error("bad")', ['home'], HOME_AT);
    shell.release({ ...shell.released, catalog: bad });
    await vi.waitFor(async () => expect((await shell.get('/healthz')).html).toContain('"outdated"'), 20_000);
    expect((await shell.get('/')).html).toContain('A new front page');
  });

  it('that a server cannot load when it starts leaves the one before it in place', async () => {
    shell = await startTestShell({
      bff: (_request, response) => response.end('{"result":{"data":{}}}'),
      releases: (dir) => ({
        catalog: {
          stable: writeContainer(dir, 'catalog', 'throw new Error("bad")', ['home'], HOME_AT),
          previous: writeFakeRelease(dir, 'catalog', catalog, HOME_AT),
        },
      }),
    });
    expect((await shell.get('/')).html).toContain('Welcome to the market');
  });

  it('may claim no path that another has', async () => {
    shell = await startTestShell({
      bff: (_request, response) => response.end('{"result":{"data":{}}}'),
      releases: (dir) => ({
        catalog: writeFakeRelease(dir, 'catalog', catalog, HOME_AT),
        checkout: writeFakeRelease(dir, 'checkout', { home: CART }, HOME_AT),
      }),
    });
    expect((await shell.get('/')).html).toContain('Welcome to the market');
  });
});
