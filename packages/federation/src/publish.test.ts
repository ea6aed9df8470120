import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishRemotes } from './publish.ts';
import { registrySchema } from './registry.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plaza-publish-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const contents = {
  entry: 'remoteEntry.js',
  exposes: {
    product: { scripts: ['assets/product.js', 'assets/common.js'] },
    'search-box': { scripts: ['assets/search-box.js', 'assets/common.js'] },
  },
  declaration: {
    name: 'catalog',
    title: 'Catalog',
    team: 'Discovery',
    pages: [{ path: '/product/$productSlug', expose: 'product', access: 'public' }],
    slots: ['search-box'],
    uses: [],
    data: ['catalog'],
    budget: { scriptKb: 20, styleKb: 5, lcpMs: 2_500 },
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
};

function build(remote: string, product = 'export default 1;'.repeat(50)): void {
  const files = {
    '.plaza/contents.json': JSON.stringify(contents),
    'remoteEntry.js': 'export const get = 1;',
    'assets/common.js': 'export const common = 1;',
    'assets/product.js': product,
    'assets/search-box.js': 'export default 2;',
    'assets/style.css': '.a{}',
    'server/remoteEntry.js': 'export const get = 1;',
  };
  for (const [path, content] of Object.entries(files)) {
    const file = join(root, 'apps', `${remote}-mfe`, 'dist', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

const publish = () =>
  publishRemotes({ root, remotesDir: join(root, 'remotes'), registryFile: join(root, 'registry.json') });
const readRegistry = () =>
  registrySchema.parse(JSON.parse(readFileSync(join(root, 'registry.json'), 'utf8')));

describe('publishing', () => {
  it('puts a build where its content names it, and says what every file of it hashes to', () => {
    build('catalog');
    const { version } = publish().remotes.catalog ?? {};
    const live = readRegistry().remotes.catalog;
    const entry = live?.stable;
    expect(live?.previous).toBeNull();
    expect(entry).toMatchObject({ version, stylesheets: ['assets/style.css'] });
    for (const [file, integrity] of Object.entries(entry?.integrity ?? {})) {
      const content = readFileSync(join(root, 'remotes/catalog', `${version}`, file));
      expect(integrity).toBe(`sha384-${createHash('sha384').update(content).digest('base64')}`);
    }
  });

  it('lists the scripts of every part', () => {
    build('catalog');
    publish();
    const { entry, exposes, declaration } = contents;
    const live = readRegistry().remotes.catalog?.stable;
    expect(live).toMatchObject({ entry, exposes, pages: declaration.pages });
  });

  it('stores what is worth it compressed, too', () => {
    build('catalog');
    const { version } = publish().remotes.catalog ?? {};
    const file = join(root, 'remotes/catalog', `${version}`, 'assets/product.js');
    expect(statSync(`${file}.br`).size).toBeLessThan(statSync(file).size);
    expect(existsSync(`${file}.gz`)).toBe(true);
  });

  it('changes nothing when it is run again', () => {
    build('catalog');
    publish();
    const before = readFileSync(join(root, 'registry.json'), 'utf8');
    expect(publish().remotes.catalog?.changed).toBe(false);
    expect(readFileSync(join(root, 'registry.json'), 'utf8')).toBe(before);
    expect(readdirSync(join(root, 'remotes/catalog'))).toHaveLength(1);
  });

  it('remembers the release before, and only that', () => {
    const versions = ['1', '2', '3'].map((product) => {
      build('catalog', product);
      return publish().remotes.catalog?.version;
    });
    const entry = readRegistry().remotes.catalog;
    expect([entry?.stable.version, entry?.previous?.version]).toEqual([versions[2], versions[1]]);
  });

  it('keeps what is live for a remote without a build', () => {
    build('catalog');
    publish();
    rmSync(join(root, 'apps'), { recursive: true });
    build('checkout');
    publish();
    expect(Object.keys(readRegistry().remotes).sort()).toEqual(['catalog', 'checkout']);
  });

  it('restores files of a release that have gone missing', () => {
    build('catalog');
    const { version } = publish().remotes.catalog ?? {};
    const folder = join(root, 'remotes/catalog', `${version}`);
    rmSync(join(folder, 'assets'), { recursive: true });
    publish();
    expect(existsSync(join(folder, 'assets/product.js'))).toBe(true);
  });

  it('removes releases that nobody can be using any more', () => {
    for (let release = 0; release < 14; release += 1) {
      build('catalog', `export default ${release};`);
      publish();
    }
    const live = readRegistry().remotes.catalog;
    const kept = readdirSync(join(root, 'remotes/catalog'));
    expect(kept).toHaveLength(10);
    expect(kept).toEqual(expect.arrayContaining([live?.stable.version, live?.previous?.version]));
  });

  it('begins a registry anew that cannot be read', () => {
    build('catalog');
    writeFileSync(join(root, 'registry.json'), '{ half a');
    publish();
    expect(readRegistry().remotes.catalog).toBeDefined();
  });
});
