import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createBuilder } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { contentsSchema } from './build/contents.ts';
import type { Declaration } from './declaration.ts';
import { remoteConfig } from './vite-preset.mjs';

const sources = {
  'src/exposes/product.ts': `
    import { useState } from 'react';
    import { shared } from '../shared.ts';
    export default () => useState(shared);
    export const loader = () => shared;`,
  'src/exposes/mini-cart.ts': `
    import { useHost } from '@plaza/federation/host';
    import { shared } from '../shared.ts';
    export default () => {
      const { api, track } = useHost();
      track('checkout_started', { onDone: () => import('../later.ts') });
      return [api.cart.get.queryOptions(), shared];
    };`,
  'src/exposes/cart.ts': `
    import { onlyPages } from '../only-pages.ts';
    export default () => onlyPages;
    export const loader = () => import('../later.ts');`,
  'src/exposes/checkout.ts': `
    import { onlyPages } from '../only-pages.ts';
    export default () => onlyPages;
    export const loader = () => 1;`,
  'src/shared.ts': 'export const shared = globalThis.name;',
  'src/only-pages.ts': 'export const onlyPages = globalThis.origin;',
  'src/later.ts': 'export const later = 1;',
};

const page = (expose: string) => ({ path: `/${expose}`, expose, access: 'private' as const });
const declaration: Declaration = {
  name: 'checkout',
  title: 'Checkout',
  team: 'Checkout',
  pages: ['product', 'cart', 'checkout'].map(page),
  slots: ['mini-cart'],
  uses: [],
  data: ['cart'],
  budget: { scriptKb: 100, styleKb: 10, lcpMs: 2_500 },
};

let root: string;
const read = (file: string) => readFileSync(join(root, 'dist', file), 'utf8');

async function build(files: Record<string, string>, changes: Partial<Declaration> = {}): Promise<void> {
  // Inside of the repository, where React is.
  root = mkdtempSync(join(import.meta.dirname, '../.preset-test-'));
  for (const [path, content] of Object.entries({ 'package.json': '{"type":"module"}', ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  const config = remoteConfig({ declaration: { ...declaration, ...changes }, root })({
    command: 'build',
    mode: 'production',
  });
  const builder = await createBuilder({ ...config, configFile: false, logLevel: 'silent' }, null);
  await builder.buildApp();
}

describe('the build of a remote', () => {
  beforeAll(() => build(sources), 30_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const contents = () => contentsSchema.parse(JSON.parse(read('.plaza/contents.json')));

  it('is a federation container, for browsers and for the server', async () => {
    for (const file of ['remoteEntry.js', 'server/remoteEntry.js']) {
      const container = await import(join(root, 'dist', file));
      expect(container).toMatchObject({ get: expect.any(Function), init: expect.any(Function) });
      await expect(container.get('./nothing')).rejects.toThrow('checkout does not offer ./nothing');
      await expect(container.init({})).rejects.toThrow('which this shell does not offer');
    }
  });

  it('brings neither React nor what else the shell shares', () => {
    const scripts = Object.values(contents().exposes).flatMap(({ scripts }) => scripts);
    const size = [...new Set(scripts)].reduce((sum, file) => sum + read(file).length, 0);
    expect(size).toBeLessThan(3_000);
    expect(read('server/remoteEntry.js')).not.toContain('react.production');
  });

  it('lets slots wait for nothing that only pages need', () => {
    const { exposes } = contents();
    expect(exposes['mini-cart']?.scripts).toEqual([expect.stringMatching(/^assets\/slots-/)]);
    expect(exposes.checkout?.scripts.some((file) => file.includes('pages-'))).toBe(true);
    expect(exposes.product?.scripts.some((file) => file.includes('pages-'))).toBe(false);
  });

  it('says what it takes of the shell and of the market', () => {
    expect(contents()).toMatchObject({
      declaration,
      procedures: ['cart.get'],
      events: ['checkout_started'],
      shared: {
        react: { version: expect.stringMatching(/^19\./), exports: ['useState'] },
        '@plaza/federation/host': { version: '1.0.0', exports: ['useHost'] },
      },
    });
  });

  it('says what it weighs as it travels', () => {
    const { sizes } = contents();
    expect(sizes.styleBytes).toBe(0);
    expect(Object.keys(sizes.exposes).sort()).toEqual(['cart', 'checkout', 'mini-cart', 'product']);
    expect(sizes.dearestPage.scriptBytes).toBeGreaterThan(sizes.exposes[sizes.dearestPage.expose] ?? 0);
    expect(sizes.scriptBytes).toBeGreaterThanOrEqual(sizes.dearestPage.scriptBytes);
  });
});

describe('a remote that is not what it declares', () => {
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it.each<[string, Partial<Declaration>, string]>([
    ['asks another domain', { data: [] }, 'mini-cart.ts:7 asks cart, which is not in its data'],
    ['asks less', { data: ['cart', 'order'] }, 'data: order is not asked'],
    ['shows no such slot', { uses: ['account/menu'] }, 'uses: account/menu is not shown'],
    ['lacks a page', { pages: [...declaration.pages, page('thanks')] }, 'src/exposes/thanks.ts is missing'],
    ['has more', { slots: [] }, 'src/exposes/mini-cart.ts is declared neither as a page nor as a slot'],
  ])('fails to build: it %s', async (_how, changes, problem) => {
    await expect(build(sources, changes)).rejects.toThrow(problem);
  });

  it('fails to build when a procedure cannot be told', async () => {
    const expose = `import { useHost } from '@plaza/federation/host';
      export default () => { const { api } = useHost(); return api.cart[globalThis.name].queryOptions(); };`;
    const building = build({ ...sources, 'src/exposes/mini-cart.ts': expose });
    await expect(building).rejects.toThrow('src/exposes/mini-cart.ts:2 a name is computed');
  });

  it('fails to build over its budget, and says what weighs how much', async () => {
    const building = build(sources, { budget: { scriptKb: 0.5, styleKb: 10, lcpMs: 2_500 } });
    await expect(building).rejects.toThrow(
      /the page \w+ with all slots of checkout has \d\.\d kB of scripts, and its budget is 0.5 kB:\n +\d\.\d kB/,
    );
  });
});

describe('a remote that imports what the shell does not share', () => {
  const changes = { pages: [], slots: ['menu'], data: [] };
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it.each([
    ["import { Link } from '@tanstack/react-router';\nexport default Link;", /"Link" is not exported/],
    [
      "import { createRoot } from 'react-dom/client';\nexport default createRoot;",
      /react-dom\/client is not among/,
    ],
  ])('fails to build, instead of in the hands of a visitor: %s', async (expose, problem) => {
    await expect(build({ 'src/exposes/menu.ts': expose }, changes)).rejects.toThrow(problem);
  });
});
