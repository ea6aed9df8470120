import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manifestSchema } from '@plaza/contracts/manifest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storeBuilds } from './store-builds.ts';
import { contentsOf, sources, writeBuild } from './testing/fake-build.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plaza-builds-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const registryFile = () => join(root, 'registry.json');
const store = (readSources = async () => sources) =>
  storeBuilds({ root, remotesDir: join(root, 'remotes'), registryFile: registryFile(), readSources });
const storeOne = async () => {
  const [build] = await store();
  if (!build) throw new Error('nothing was stored');
  return { ...build, folder: join(root, 'remotes', build.frontend, build.version) };
};
const manifestIn = (folder: string) =>
  manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'release.json'), 'utf8')));
const nameInRegistry = (versions: Record<'stable' | 'previous' | 'canary', string>) => {
  const release = (version: string) => ({ ...manifestIn(join(root, 'remotes/catalog', version)).release });
  const catalog = {
    stable: release(versions.stable),
    previous: release(versions.previous),
    canary: { release: release(versions.canary), audience: { kind: 'internal' }, isHeld: false },
    isOff: false,
  };
  writeFileSync(registryFile(), JSON.stringify({ schema: 2, remotes: { catalog } }));
};

describe('storing builds', () => {
  it('puts each where its content names it, and says what every file of it hashes to', async () => {
    writeBuild(root, 'catalog');
    const { folder, version } = await storeOne();
    const { release } = manifestIn(folder);
    expect(release).toMatchObject({
      version,
      baseUrl: `/remotes/catalog/${version}/`,
      stylesheets: ['assets/style.css'],
      exposes: contentsOf('catalog').exposes,
      pages: contentsOf('catalog').declaration.pages,
    });
    for (const [file, integrity] of Object.entries(release.integrity)) {
      const content = readFileSync(join(folder, file));
      expect(integrity).toBe(`sha384-${createHash('sha384').update(content).digest('base64')}`);
    }
  });

  it('says what each needs of the market', async () => {
    writeBuild(root, 'catalog');
    const { folder } = await storeOne();
    expect(manifestIn(folder)).toMatchObject({
      commit: sources.commit,
      note: 'A better search',
      procedures: { 'catalog.product': { kind: 'query' } },
      events: { product_viewed: {} },
      slots: {
        offers: { 'search-box': '{ "query": string }' },
        uses: { 'checkout/add-to-cart': '{ "productId": string }' },
      },
    });
    expect(Object.keys(manifestIn(folder).procedures)).toEqual(['catalog.product']);
  });

  it('stores what is worth it compressed, too, and nothing about the build', async () => {
    writeBuild(root, 'catalog');
    const { folder } = await storeOne();
    const file = join(folder, 'assets/product.js');
    expect(statSync(`${file}.br`).size).toBeLessThan(statSync(file).size);
    expect(existsSync(`${file}.gz`)).toBe(true);
    expect(existsSync(join(folder, '.plaza'))).toBe(false);
  });

  it('changes nothing the second time, and asks no source', async () => {
    writeBuild(root, 'catalog');
    const { folder, version } = await storeOne();
    const before = manifestIn(folder);
    const again = await store(() => Promise.reject(new Error('asked')));
    expect(again).toEqual([{ frontend: 'catalog', version, isNew: false }]);
    expect(manifestIn(folder)).toEqual(before);
  });

  it('knows another release by its files or by its declaration', async () => {
    writeBuild(root, 'catalog');
    const first = await storeOne();
    writeBuild(root, 'catalog', 'export default 2;');
    const second = await storeOne();
    writeBuild(root, 'catalog', 'export default 2;', { pages: [] });
    const third = await storeOne();
    expect(new Set([first.version, second.version, third.version]).size).toBe(3);
    expect(existsSync(first.folder)).toBe(true);
  });

  it('stores every frontend that has a build', async () => {
    writeBuild(root, 'catalog');
    writeBuild(root, 'checkout', undefined, { uses: [] });
    mkdirSync(join(root, 'apps/account-mfe'), { recursive: true });
    expect((await store()).map(({ frontend }) => frontend)).toEqual(['catalog', 'checkout']);
  });

  it('restores what has gone missing', async () => {
    writeBuild(root, 'catalog');
    const { folder } = await storeOne();
    rmSync(join(folder, 'assets'), { recursive: true });
    await store();
    expect(existsSync(join(folder, 'assets/product.js'))).toBe(true);
  });

  it('refuses a build that its own sources do not fit to', async () => {
    writeBuild(root, 'catalog', undefined, { uses: ['account/menu'] });
    await expect(store()).rejects.toThrow('SlotProps has no slot account/menu');
  });
});

describe('old releases', () => {
  const build = async (content: number) => {
    writeBuild(root, 'catalog', `export default ${content};`);
    const one = await storeOne();
    // Some time apart, whatever the clock says.
    utimesSync(one.folder, 1_000 + content, 1_000 + content);
    return one.version;
  };

  it('go when nobody can be using them: those that a rollout names stay, and the last eight', async () => {
    const versions: string[] = [];
    for (let content = 0; content < 14; content += 1) versions.push(await build(content));
    const [stable = '', previous = '', canary = ''] = versions;
    nameInRegistry({ stable, previous, canary });
    await store();
    const kept = readdirSync(join(root, 'remotes/catalog'));
    expect(new Set(kept)).toEqual(new Set([stable, previous, canary, ...versions.slice(-9)]));
  });

  it('stay while nobody can tell what visitors get', async () => {
    for (let content = 0; content < 12; content += 1) await build(content);
    expect(readdirSync(join(root, 'remotes/catalog'))).toHaveLength(12);
  });

  it('leave nothing of a run that was killed', async () => {
    const version = await build(1);
    nameInRegistry({ stable: version, previous: version, canary: version });
    const left = join(root, 'remotes/catalog', `${version}.incoming-1`);
    mkdirSync(left);
    await store();
    expect(existsSync(left)).toBe(true);
    utimesSync(left, 1_000, 1_000);
    await store();
    expect(existsSync(left)).toBe(false);
  });
});
