import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMarket } from './market.ts';
import type { ReleaseArguments } from './read-arguments.ts';
import { releaseFrontend } from './release-frontend.ts';
import { openReleaseStore } from './release-store.ts';
import { contentsOf, marketOf, sources, writeBuild } from './testing/fake-build.ts';
import { type FakeMarket, startFakeMarket, TOKEN } from './testing/fake-market.ts';

const PROGRAM = join(import.meta.dirname, 'testing/release-step-by-step.cli.ts');

let root: string;
let market: FakeMarket;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'plaza-release-'));
  // Nobody else offers the slot that the build uses, which would be refused.
  market = await startFakeMarket({ ...marketOf(), live: [await checkout()] });
});
afterEach(async () => {
  await market.close();
  rmSync(root, { recursive: true, force: true });
});

/** Offers the slot that the build shows. */
async function checkout() {
  const { createManifest, describeRelease, readContents } = await import('./describe-release.ts');
  const dist = writeBuild(join(root, 'other'), 'checkout', undefined, {
    pages: [{ path: '/cart', expose: 'product', access: 'private' }],
    slots: ['add-to-cart'],
    uses: [],
  });
  const contents = readContents(dist);
  const manifest = createManifest(contents, describeRelease(dist, contents, '/remotes/'), sources);
  return { frontend: 'checkout', arm: 'stable' as const, manifest };
}

const release = (changes: Partial<ReleaseArguments> = {}, names: string[] = []) =>
  releaseFrontend(
    { frontend: 'catalog', audience: null, note: undefined, removePages: false, dryRun: false, ...changes },
    {
      build: async (frontend) => writeBuild(root, frontend),
      readSources: async () => sources,
      market: openMarket({ url: market.url, token: TOKEN }),
      store: openReleaseStore({ kind: 'folder', remotesDir: join(root, 'remotes') }),
      async step(name, work) {
        const result = await work();
        names.push(name);
        return result;
      },
    },
  );
const stored = () => {
  const folder = join(root, 'remotes/catalog');
  return existsSync(folder) ? readdirSync(folder).filter((name) => !name.includes('incoming')) : [];
};

describe('releasing a frontend', () => {
  it('stores, registers and activates what was built', async () => {
    const names: string[] = [];
    const { release: built } = await release({}, names);
    expect(names.slice(2)).toEqual(['contract', 'store', 'register', 'activate', 'shown']);
    expect(market).toMatchObject({ stable: built.version, canary: null });
    expect(market.registered.get(built.version)?.declaration).toEqual(contentsOf('catalog').declaration);
    const file = join(root, 'remotes/catalog', built.version, 'release.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(market.registered.get(built.version));
  });

  it('gives it to an audience when that was asked for', async () => {
    const { release: built } = await release({ audience: { kind: 'share', percent: 10 } });
    expect(market).toMatchObject({
      stable: null,
      canary: { version: built.version, audience: { percent: 10 } },
    });
  });

  it('changes nothing on a dry run, nor when it does not fit', async () => {
    await release({ dryRun: true });
    writeBuild(root, 'catalog');
    market.registered.clear();
    const other = await startFakeMarket({ ...marketOf(), procedures: {} });
    const homeless = market;
    market = other;
    await expect(release()).rejects.toThrow(
      'The BFF has no procedure catalog.product.\nthis build shows checkout/add-to-cart, which checkout does not offer.',
    );
    await homeless.close();
    expect(stored()).toEqual([]);
    expect(other.asked).toEqual(expect.not.arrayContaining(['/api/releases']));
  });

  it('says what the market says when it refuses', async () => {
    const refused = openMarket({ url: market.url, token: 'another' });
    await expect(refused.readContract()).rejects.toThrow('Send a release token that works.');
  });

  it('comes to the same, wherever it was killed before', async () => {
    const steps = await releaseUntil(Number.POSITIVE_INFINITY);
    const [version] = stored();
    const outcome = { stable: market.stable, manifest: market.registered.get(`${version}`) };
    for (let killedAfter = 1; killedAfter < steps.length; killedAfter += 1) {
      rmSync(join(root, 'remotes'), { recursive: true, force: true });
      market.registered.clear();
      market.stable = null;
      expect(await releaseUntil(killedAfter)).toEqual(expect.arrayContaining(steps.slice(2, killedAfter)));
      await release();
      expect(stored()).toEqual([version]);
      const { builtAt, ...manifest } = market.registered.get(`${version}`) ?? {};
      expect({
        stable: market.stable,
        manifest: { ...manifest, builtAt: outcome.manifest?.builtAt },
      }).toEqual(outcome);
      const file = join(root, 'remotes/catalog', `${version}`, 'release.json');
      expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(market.registered.get(`${version}`));
      expect(builtAt).toBeDefined();
    }
  }, 120_000);
});

/** Runs a release as a process of its own and kills it after so many steps. @returns the steps that it has done */
async function releaseUntil(killedAfter: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, root, market.url], {
    cwd: import.meta.dirname,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = new Promise((done) => child.once('exit', done));
  const steps: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    steps.push(line);
    if (steps.length >= killedAfter) child.kill('SIGKILL');
    else child.stdin.write('\n');
  }
  await exited;
  return steps;
}
