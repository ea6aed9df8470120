import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createBuilder } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
    export default () => [useHost(), shared];`,
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

const declaration: Declaration = {
  name: 'checkout',
  title: 'Checkout',
  team: 'Checkout',
  pages: [{ path: '/cart', expose: 'cart', access: 'private' }],
  slots: [],
  uses: [],
  data: [],
  budget: { scriptKb: 100, styleKb: 10, lcpMs: 2_500 },
};

let root: string;
const read = (file: string) => readFileSync(join(root, 'dist', file), 'utf8');

async function build(files: Record<string, string>): Promise<void> {
  // Inside of the repository, where React is.
  root = mkdtempSync(join(import.meta.dirname, '../.preset-test-'));
  for (const [path, content] of Object.entries({ 'package.json': '{"type":"module"}', ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  const config = remoteConfig({ declaration, root })({ command: 'build', mode: 'production' });
  const builder = await createBuilder({ ...config, configFile: false, logLevel: 'silent' }, null);
  await builder.buildApp();
}

describe('the build of a remote', () => {
  beforeAll(() => build(sources), 30_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const contents = (): { entry: string; exposes: Record<string, { scripts: string[] }> } =>
    JSON.parse(read('.plaza/contents.json'));

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
});

describe('a remote that imports what the shell does not share', () => {
  it('fails to build, instead of in the hands of a visitor', async () => {
    const expose = "import { Link } from '@tanstack/react-router';\nexport default Link;";
    await expect(build({ 'src/exposes/menu.ts': expose })).rejects.toThrow(/"Link" is not exported/);
    rmSync(root, { recursive: true, force: true });
    const client = "import { createRoot } from 'react-dom/client';\nexport default createRoot;";
    await expect(build({ 'src/exposes/menu.ts': client })).rejects.toThrow(/react-dom\/client is not among/);
    rmSync(root, { recursive: true, force: true });
  });
});
