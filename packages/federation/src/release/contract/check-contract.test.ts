import type { Contract, Manifest } from '@plaza/contracts/manifest';
import { describe, expect, it } from 'vitest';
import { createManifest } from '../describe-release.ts';
import { contentsOf, marketOf, shell, sources } from '../testing/fake-build.ts';
import { type ContractInput, checkContract } from './check-contract.ts';

type Declaration = Manifest['declaration'];

const manifestOf = (name: string, changes: Partial<Declaration> = {}): Manifest => {
  const contents = contentsOf(name, changes);
  const release = {
    version: '0123456789abcdef',
    baseUrl: `/remotes/${name}/0123456789abcdef/`,
    entry: contents.entry,
    serverEntry: 'server/remoteEntry.js',
    integrity: {},
    stylesheets: [],
    exposes: contents.exposes,
    pages: contents.declaration.pages,
  };
  return createManifest(contents, release, sources);
};
const checkout = manifestOf('checkout', {
  pages: [{ path: '/cart', expose: 'product', access: 'private' }],
  slots: ['add-to-cart'],
  uses: [],
});
const catalog = manifestOf('catalog');

const check = (changes: Partial<ContractInput> = {}) =>
  checkContract({
    manifest: catalog,
    shell,
    market: marketOf(checkout, catalog),
    removePages: false,
    ...changes,
  });
const marketWith = (changes: Partial<Contract>): Contract => ({ ...marketOf(checkout, catalog), ...changes });

it('a build fits to what it was built with', async () => expect(await check()).toEqual([]));

describe('shared modules', () => {
  it.each([
    [{}, 'The shell does not share react.'],
    [
      { react: { version: '19.2.9', exports: ['useState'] } },
      'The shell shares react 19.2.9, and this was built with 19.3.1.',
    ],
    [
      { react: { version: '20.0.0', exports: ['useState'] } },
      'The shell shares react 20.0.0, and this was built with 19.3.1.',
    ],
    [{ react: { version: '19.4.0', exports: ['useId'] } }, 'The shell shares no useState of react.'],
  ])('are those that it needs: %j', async (shared, problem) => {
    expect(await check({ shell: { ...shell, shared } })).toEqual([problem]);
  });

  it('may be newer', async () => {
    const shared = { react: { version: '19.4.0', exports: ['useState'] } };
    expect(await check({ shell: { ...shell, shared } })).toEqual([]);
  });
});

describe('pages', () => {
  it('belong to one frontend, whatever a parameter is called', async () => {
    const other = manifestOf('checkout', {
      pages: [{ path: '/product/$slug', expose: 'product', access: 'public' }],
      slots: ['add-to-cart'],
      uses: [],
    });
    expect(await check({ market: marketOf(other, catalog) })).toEqual([
      '/product/$productSlug is a page of checkout.',
    ]);
  });

  it('do not go unseen', async () => {
    const before = manifestOf('catalog', {
      pages: [...catalog.declaration.pages, { path: '/sale', expose: 'product', access: 'public' }],
    });
    const market = marketOf(checkout, before);
    expect(await check({ market })).toEqual([
      '/sale is live and would be gone: pass --remove-pages if it shall go.',
    ]);
    expect(await check({ market, removePages: true })).toEqual([]);
  });
});

describe('slots', () => {
  const taking = (props: string) => ({
    ...catalog,
    slots: { ...catalog.slots, offers: { 'search-box': props } },
  });

  it('stay while somebody shows them', async () => {
    const manifest = { ...catalog, slots: { ...catalog.slots, offers: {} } };
    expect(await check({ manifest })).toEqual([
      'the shell shows catalog/search-box, which this build does not offer.',
    ]);
  });

  it('take what they are given', async () => {
    expect(await check({ manifest: taking('{ "query": string; "isWide"?: boolean }') })).toEqual([]);
    expect(await check({ manifest: taking('{ "query": string | null }') })).toEqual([]);
    expect(await check({ manifest: taking('{ "query": string; "isWide": boolean }') })).toEqual([
      expect.stringMatching(
        /^the shell shows catalog\/search-box with other props than this build takes: .*isWide.* missing/,
      ),
    ]);
    expect(await check({ manifest: taking('{ "query": number }') })).toEqual([
      expect.stringContaining("'string'"),
    ]);
  });

  it('call back with what is expected', async () => {
    const shownWith = { ...shell, slots: { 'catalog/search-box': '{ "onDone": (p0: string) => void }' } };
    const calls = (type: string) =>
      check({ shell: shownWith, manifest: taking(`{ "onDone": (p0: ${type}) => void }`) });
    expect(await calls('"a"')).toEqual([]);
    expect(await calls('string | number')).toHaveLength(1);
  });

  it('of others are there, and take what this build gives', async () => {
    expect(await check({ market: marketOf(catalog) })).toEqual([
      'this build shows checkout/add-to-cart, which checkout does not offer.',
    ]);
    const pickier = {
      ...checkout,
      slots: { offers: { 'add-to-cart': '{ "variantId": string }' }, uses: {} },
    };
    expect(await check({ market: marketOf(pickier, catalog) })).toEqual([
      expect.stringContaining('variantId'),
    ]);
  });

  it('are those of a canary, too', async () => {
    const canary = { ...checkout, slots: { offers: {}, uses: {} } };
    const { live } = marketOf(checkout, catalog);
    const market = marketWith({ live: [...live, { frontend: 'checkout', arm: 'canary', manifest: canary }] });
    expect(await check({ market })).toHaveLength(1);
  });
});

describe('procedures and events', () => {
  const running = (changes: object) =>
    marketWith({
      procedures: {
        ...sources.procedures,
        'catalog.product': { ...catalog.procedures['catalog.product'], ...changes } as never,
      },
    });

  it('are known to what runs', async () => {
    expect(await check({ market: marketWith({ procedures: {}, events: {} }) })).toEqual([
      'The BFF has no procedure catalog.product.',
      'The catalogue of events has no product_viewed.',
    ]);
  });

  it('take what is sent and answer what is read', async () => {
    const number = {
      type: 'object',
      properties: { slug: { type: 'number' }, title: { type: 'number' } },
      required: ['slug', 'title'],
    };
    expect(await check({ market: running({ kind: 'mutation' }) })).toEqual([
      'catalog.product is a mutation in the BFF, not a query.',
    ]);
    expect(await check({ market: running({ input: number }) })).toEqual([
      'catalog.product does not take what is sent: slug is string, and has to be number.',
      'catalog.product does not take what is sent: title is missing.',
    ]);
    expect(await check({ market: running({ output: number }) })).toEqual([
      'catalog.product does not answer what is read: title is number, and has to be string.',
    ]);
  });

  it('are no concern of a build that does not use them', async () => {
    const market = marketWith({
      procedures: { 'catalog.product': sources.procedures['catalog.product'] ?? never() },
    });
    expect(await check({ market })).toEqual([]);
  });
});

function never(): never {
  throw new Error('the sources have it');
}
