import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Contract, Manifest } from '@plaza/contracts/manifest';
import type { Contents } from '../../build/contents.ts';
import type { ShellContract } from '../contract/shell-contract.ts';
import type { SourceFacts } from '../describe-release.ts';

export const contentsOf = (name: string, changes: Partial<Contents['declaration']> = {}): Contents => ({
  entry: 'remoteEntry.js',
  exposes: {
    product: { scripts: ['assets/product.js', 'assets/common.js'] },
    'search-box': { scripts: ['assets/search-box.js', 'assets/common.js'] },
  },
  declaration: {
    name,
    title: 'Catalog',
    team: 'Discovery',
    pages: [{ path: '/product/$productSlug', expose: 'product', access: 'public' }],
    slots: ['search-box'],
    uses: ['checkout/add-to-cart'],
    data: ['catalog'],
    budget: { scriptKb: 20, styleKb: 5, lcpMs: 2_500 },
    ...changes,
  },
  procedures: ['catalog.product'],
  events: ['product_viewed'],
  shared: { react: { version: '19.3.1', exports: ['useState'] } },
  sizes: {
    scriptBytes: 90,
    styleBytes: 4,
    dearestPage: { expose: 'product', scriptBytes: 90 },
    exposes: { product: 60, 'search-box': 60 },
  },
});

const text = { type: 'string' };
const objectOf = (properties: Record<string, unknown>) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
});

export const sources: SourceFacts = {
  procedures: {
    'catalog.product': { kind: 'query', input: objectOf({ slug: text }), output: objectOf({ title: text }) },
    'order.place': { kind: 'mutation', input: null, output: null },
  },
  events: { product_viewed: objectOf({ productId: text }) },
  slotProps: {
    'catalog/search-box': '{ "query": string }',
    'checkout/search-box': '{ "query": string }',
    'checkout/add-to-cart': '{ "productId": string }',
  },
  commit: 'a'.repeat(40),
  note: 'A better search',
};

export const shell: ShellContract = {
  schema: 1,
  shared: { react: { version: '19.3.1', exports: ['useState', 'useEffect'] } },
  slots: { 'catalog/search-box': '{ "query": string }' },
};

/** What runs, with these releases live. */
export const marketOf = (...live: Manifest[]): Contract => ({
  procedures: sources.procedures,
  events: sources.events,
  live: live.map((manifest) => ({ frontend: manifest.declaration.name, arm: 'stable', manifest })),
});

/** Writes what a build of a frontend leaves. @returns the folder */
export function writeBuild(
  root: string,
  name: string,
  product = 'export default 1;'.repeat(50),
  changes: Partial<Contents['declaration']> = {},
): string {
  const dist = join(root, 'apps', `${name}-mfe`, 'dist');
  const files = {
    '.plaza/contents.json': JSON.stringify(contentsOf(name, changes)),
    'remoteEntry.js': 'export const get = 1;',
    'assets/common.js': 'export const common = 1;',
    'assets/product.js': product,
    'assets/search-box.js': 'export default 2;',
    'assets/style.css': '.a{}',
    'server/remoteEntry.js': 'export const get = 1;',
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    writeFileSync(join(dist, path), content);
  }
  return dist;
}
