import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manifestOf } from '../testing/release-market.ts';
import { openRolloutMarket, type RolloutMarket, versionOf } from '../testing/rollout-market.ts';

let market: RolloutMarket['market'];
let client: RolloutMarket['client'];
let admin: RolloutMarket['admin'];
let newFrontend: RolloutMarket['newFrontend'];
let goLive: RolloutMarket['goLive'];
let readEntry: RolloutMarket['readEntry'];
let shapeOf: RolloutMarket['shapeOf'];
let close: RolloutMarket['close'];
beforeAll(async () => {
  ({ market, client, admin, newFrontend, goLive, readEntry, shapeOf, close } = await openRolloutMarket());
});
afterAll(() => close());

const reason = 'Because of a test';

describe('a build that is registered', () => {
  it('is listed and given to nobody; registered again, nothing changes', async () => {
    const manifest = manifestOf(newFrontend(), 'one');
    expect(await client.register(manifest)).toMatchObject({ status: 200, body: { isNew: true } });
    expect(await client.register({ ...manifest, commit: 'fffffff' })).toMatchObject({
      status: 200,
      body: { isNew: false },
    });
    const frontend = manifest.declaration.name;
    expect(await readEntry(frontend)).toBeUndefined();
    const detail = await market.visit(admin).release.get({ frontend });
    expect(detail.releases).toMatchObject([
      { version: versionOf(manifest), note: 'Build one', commit: 'abcdef0', releasedBy: 'Release command' },
    ]);
    expect(detail.changes).toMatchObject([{ action: 'registered', by: 'Release command' }]);
    expect(detail.rollout).toMatchObject({ title: `Title of ${frontend}`, stable: null, isOwn: true });
  });
  it('keeps its contents: another build of that version is refused', async () => {
    const manifest = manifestOf(newFrontend(), 'one');
    await client.register(manifest);
    const other = { ...manifest, declaration: { ...manifest.declaration, team: 'Others' } };
    expect(await client.register(other)).toMatchObject({ status: 409 });
    await expect(market.services.database.client`update release set note = 'changed'`).rejects.toThrow(
      'only added to',
    );
  });
  it('is refused with a line that names what is wrong', async () => {
    const manifest = manifestOf(newFrontend(), 'one');
    const wrong = { ...manifest, release: { ...manifest.release, pages: [] } };
    const { status, body } = await client.ask('/api/releases', { manifest: wrong });
    expect([status, body.error.message]).toEqual([
      400,
      'manifest.release.pages: are not the pages of the declaration',
    ]);
    const large = { ...manifest, slots: { offers: {}, uses: { 'a/b': 'x'.repeat(1_100_000) } } };
    expect(await client.ask('/api/releases', { manifest: large })).toMatchObject({ status: 413 });
  });
});

describe('the difference of two releases', () => {
  it('names what came, went and changed, and all sizes', async () => {
    const { frontend, one } = await goLive();
    const { declaration, ...rest } = manifestOf(frontend, 'other');
    const other = {
      ...rest,
      declaration: { ...declaration, slots: [], data: ['catalog', 'cart'] },
      procedures: { 'cart.get': { kind: 'query' as const, input: null, output: null } },
      sizes: { ...rest.sizes, scriptBytes: 51_000 },
    };
    await client.register(other);
    const diff = await market.visit(admin).release.diff({
      frontend,
      from: versionOf(one),
      to: versionOf(other),
    });
    expect(diff).toMatchObject({
      pages: [],
      slots: [{ name: 'box', before: '{ size: number }', after: null }],
      data: [{ name: 'cart', before: null }],
      procedures: [
        { name: 'cart.get', before: null },
        { name: 'catalog.home', after: null },
      ],
      events: [],
    });
    expect(diff.sizes[0]).toEqual({ name: 'script', before: 50_000, after: 51_000 });
    await expect(
      market.visit(admin).release.diff({ frontend, from: versionOf(one), to: '0000000000000000' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('builds that a market starts with', () => {
  it('become live, until somebody else decides what is', async () => {
    const frontend = newFrontend();
    const [one, two] = [manifestOf(frontend, 'one'), manifestOf(frontend, 'two')];
    const adopt = (...manifests: unknown[]) => client.ask('/internal/releases/adopt', { manifests });
    expect(await adopt(one)).toMatchObject({ status: 200, body: { releases: [{ isNew: true }] } });
    expect(await shapeOf(frontend)).toMatchObject({ stable: versionOf(one) });
    await adopt(two);
    const [again] = (await adopt(two)).body.releases;
    expect(again).toMatchObject({ isNew: false, isActivated: false });
    expect((await adopt(one)).body.releases).toMatchObject([{ isNew: false, isActivated: true }]);
    expect(await shapeOf(frontend)).toMatchObject({ stable: versionOf(one) });
    await adopt(two);
    await market.visit(admin).release.rollBack({ frontend, version: versionOf(two), reason });
    expect(await adopt(one, two)).toMatchObject({ body: { releases: [{ isNew: false }, { isNew: false }] } });
    expect(await shapeOf(frontend)).toMatchObject({ stable: versionOf(one) });
  });
});
