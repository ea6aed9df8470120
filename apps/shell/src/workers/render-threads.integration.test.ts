import type { Release } from '@plaza/contracts/registry';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { writeFakeRelease } from '../testing/fake-release.ts';
import { startTestShell, type TestShell } from '../testing/test-shell.ts';

const HOME = `return {
  default: () => h('h1', null, 'Welcome to the market'),
  loader: async () => ({ kind: 'ok', data: {} }),
  head: () => ({ title: 'Home' }),
};`;
const cart = (body: string, loader = "async () => ({ kind: 'ok', data: {} })") =>
  `return { default: () => { ${body} }, loader: ${loader}, head: () => ({ title: 'Cart' }) };`;
const GOOD_SLOT = "return { default: () => h('b', null, 'slot is here') };";
const LOOP = 'for (;;);';
const HOME_AT: Release['pages'] = [{ path: '/', expose: 'home', access: 'public' }];
const CART_AT: Release['pages'] = [{ path: '/cart', expose: 'cart', access: 'private' }];

let shell: TestShell;
afterEach(() => shell.close());
const start = (checkout: { cart: string; 'mini-cart'?: string }) =>
  startTestShell({
    bff: (_request, response) => response.end('{"result":{"data":{}}}'),
    releases: (dir) => ({
      catalog: writeFakeRelease(dir, 'catalog', { home: HOME }, HOME_AT),
      checkout: writeFakeRelease(dir, 'checkout', { 'mini-cart': GOOD_SLOT, ...checkout }, CART_AT),
    }),
  });
const withheld = async (): Promise<string[]> =>
  JSON.parse((await shell.get('/healthz')).html).parts.shell.withheld;

describe('code of a remote that runs wild on the server', () => {
  it('in a slot costs that slot, for a while, and the page around it nothing but time', async () => {
    shell = await start({ cart: cart(LOOP), 'mini-cart': `return { default: () => { ${LOOP} } };` });
    const first = await shell.get('/');
    expect(first.status).toBe(200);
    expect(first.html).toContain('Welcome to the market');
    expect(first.html).toContain('The cart could not be loaded. Try again');
    expect(await withheld()).toEqual([expect.stringMatching(/^checkout\/mini-cart@/)]);
    // Another worker is not lost over it.
    expect((await shell.get('/')).html).toContain('The cart could not be loaded. Try again');
    expect(await withheld()).toHaveLength(1);
  });

  it('in a page, or while it loads its data, costs that page', async () => {
    shell = await start({ cart: cart(LOOP) });
    const page = await shell.get('/cart');
    expect(page.status).toBe(503);
    expect(page.html).toContain('slot is here');
    expect(await withheld()).toEqual([expect.stringMatching(/^checkout\/cart@/)]);
    expect((await shell.get('/')).html).toContain('slot is here');
  });

  it('by filling its memory does not take the shell with it', async () => {
    const leak = 'const all = []; for (;;) all.push(new Array(100_000).fill(1));';
    shell = await start({ cart: cart(leak) });
    expect((await shell.get('/cart')).status).toBe(503);
    expect((await shell.get('/')).status).toBe(200);
  });

  it('while it is imported leaves the others in place', async () => {
    shell = await start({ cart: cart("return h('h1', null, 'Your cart')") });
    const bad = writeFakeRelease(
      shell.remotesDir,
      'checkout',
      { cart: `${LOOP} return {};`, 'mini-cart': GOOD_SLOT },
      CART_AT,
    );
    shell.release({ ...shell.released, checkout: bad });
    await vi.waitFor(async () => expect((await shell.get('/healthz')).html).toContain('"outdated"'), {
      timeout: 25_000,
      interval: 500,
    });
    expect((await shell.get('/cart')).html).toContain('Your cart');
  }, 60_000);

  it('and promises that it forgets concern nobody', async () => {
    shell = await start({
      cart: cart("void Promise.reject(new Error('forgotten')); return h('h1', null, 'Your cart')"),
    });
    for (let times = 0; times < 3; times += 1) expect((await shell.get('/cart')).html).toContain('Your cart');
  });
});
