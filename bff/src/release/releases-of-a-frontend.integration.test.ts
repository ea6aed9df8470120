import { type Account, type CanaryAudience, dayOf, newId, shiftDay } from '@plaza/contracts';
import { registrySchema } from '@plaza/contracts/registry';
import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReleaseClient, manifestOf, type ReleaseClient } from '../testing/release-market.ts';
import { startTestBff, type TestBff } from '../testing/start-test-bff.ts';
import { openTestMarket, TestClock, type TestMarket } from '../testing/test-market.ts';

let database: TestDatabase;
let market: TestMarket;
let bff: TestBff;
let client: ReleaseClient;
let admin: Account;
beforeAll(async () => {
  database = await createTestDatabase();
  market = await openTestMarket({ databaseUrl: database.url, clock: new TestClock() });
  bff = await startTestBff(market.services);
  client = createReleaseClient(bff, market.services);
  admin = await market.addAccount('Ada', ['buyer', 'admin']);
});
afterAll(async () => {
  await bff.close();
  await database.drop();
});

/** Frontends are never removed: each test has its own. */
let count = 0;
function newFrontend(): string {
  count += 1;
  return `front-${count}`;
}
async function goLive(frontend = newFrontend()) {
  const [one, two, three] = ['one', 'two', 'three'].map((content) => manifestOf(frontend, content));
  if (!one || !two || !three) throw new Error('There are three.');
  for (const manifest of [one, two, three]) await client.register(manifest);
  await client.activate(one);
  return { frontend, one, two, three };
}
const versionOf = ({ release }: { release: { version: string } }) => release.version;
const TEN_PERCENT = { kind: 'share', percent: 10 } as const;
const reason = 'Because of a test';

async function readEntry(frontend: string) {
  const { body } = await client.registry();
  return registrySchema.parse(body).remotes[frontend];
}
const shapeOf = async (frontend: string) => {
  const entry = await readEntry(frontend);
  return (
    entry && {
      stable: entry.stable.version,
      previous: entry.previous?.version ?? null,
      canary: entry.canary?.release.version ?? null,
    }
  );
};

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

describe('a rollout', () => {
  it('goes by a canary to everybody, and back, with a history that says who and why', async () => {
    const { frontend, one, two } = await goLive();
    expect(await shapeOf(frontend)).toEqual({ stable: versionOf(one), previous: null, canary: null });
    expect(await client.startCanary(two, TEN_PERCENT)).toMatchObject({ body: { isChanged: true } });
    expect(await client.startCanary(two, TEN_PERCENT)).toMatchObject({ body: { isChanged: false } });
    expect((await readEntry(frontend))?.canary).toMatchObject({ audience: TEN_PERCENT, isHeld: false });

    const visit = market.visit(admin);
    const about = { frontend, version: versionOf(two), reason };
    await visit.release.hold(about);
    expect((await readEntry(frontend))?.canary?.isHeld).toBe(true);
    const audience: CanaryAudience = { kind: 'countries', countries: ['DE'], percent: 50 };
    expect(await visit.release.changeAudience({ ...about, audience })).toMatchObject({
      ok: true,
      rollout: { canary: { audience, isHeld: true, guard: { state: 'waiting' } } },
    });
    await visit.release.resume(about);
    expect(await visit.release.promote(about)).toMatchObject({ ok: true });
    expect(await shapeOf(frontend)).toEqual({
      stable: versionOf(two),
      previous: versionOf(one),
      canary: null,
    });
    expect(await visit.release.rollBack(about)).toMatchObject({ ok: true });
    expect(await shapeOf(frontend)).toMatchObject({ stable: versionOf(one), canary: null });
    expect(await visit.release.rollBack(about)).toEqual({ ok: false, code: 'stale' });

    const { changes } = await visit.release.get({ frontend });
    expect(changes.map(({ action }) => action)).toEqual([
      'rolled_back',
      'promoted',
      'resumed',
      'audience_changed',
      'held',
      'canary_started',
      'activated',
      'registered',
      'registered',
      'registered',
    ]);
    expect(changes[0]).toMatchObject({ by: 'Ada', reason, version: versionOf(two) });
    const today = dayOf(market.services.clock.now());
    const history = (from: string, to: string) => visit.release.history({ frontend, from, to });
    expect(await history(shiftDay(today, -1), today)).toEqual({ changes });
    expect(await history(shiftDay(today, -2), shiftDay(today, -1))).toEqual({ changes: [] });
    const audited = await market.services.database.client`
      select action, actor_account_id as "by", reason from audit_entry where subject_id = ${frontend}
      order by seq desc limit 1`;
    expect(audited[0]).toEqual({ action: 'rollout.rolled_back', by: admin.id, reason });
  });

  it('is switched off and on at once, whatever its releases are', async () => {
    const { frontend } = await goLive();
    const visit = market.visit(admin);
    await visit.release.switchOff({ frontend, reason });
    expect((await readEntry(frontend))?.isOff).toBe(true);
    expect(await visit.release.switchOff({ frontend, reason })).toMatchObject({ ok: true });
    await visit.release.switchOn({ frontend, reason });
    expect((await readEntry(frontend))?.isOff).toBe(false);
    const { changes } = await visit.release.get({ frontend });
    expect(changes.filter(({ action }) => action.startsWith('switched'))).toHaveLength(2);
  });

  it('is activated twice by a command that is repeated, and never of what is not registered', async () => {
    const { one } = await goLive();
    expect(await client.activate(one)).toMatchObject({ status: 200, body: { isChanged: false } });
    const unknown = manifestOf(one.declaration.name, 'unknown');
    expect(await client.activate(unknown)).toMatchObject({ status: 404 });
    expect(await client.activate(manifestOf('nobody', 'one'))).toMatchObject({ status: 404 });
    expect(await client.startCanary(one, TEN_PERCENT)).toMatchObject({ status: 409 });
  });

  it('takes one of several steps that come at once', async () => {
    const { frontend, one, two, three } = await goLive();
    await client.startCanary(two, TEN_PERCENT);
    const about = { frontend, version: versionOf(two), reason };
    const results = await Promise.all(
      Array.from({ length: 4 }, () => market.visit(admin).release.promote(about)),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.code === 'no_canary')).toHaveLength(3);
    expect(await shapeOf(frontend)).toEqual({
      stable: versionOf(two),
      previous: versionOf(one),
      canary: null,
    });
    // Of different releases: whoever comes last wins, and nothing is lost between them.
    await Promise.all([client.activate(one), client.activate(three)]);
    const { changes } = await market.visit(admin).release.get({ frontend });
    const [last, before] = changes;
    expect(await shapeOf(frontend)).toMatchObject({ stable: last?.version, previous: before?.version });
  });

  it('takes title and team from what is stable', async () => {
    const { frontend } = await goLive();
    const { declaration, ...manifest } = manifestOf(frontend, 'renamed');
    const renamed = { ...manifest, declaration: { ...declaration, title: 'Shelves', team: 'Aisle' } };
    await client.register(renamed);
    await client.activate(renamed);
    expect((await market.visit(admin).release.get({ frontend })).rollout).toMatchObject({
      title: 'Shelves',
      team: 'Aisle',
    });
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

describe('an erased account', () => {
  it('leaves the history without a name', async () => {
    const { frontend } = await goLive();
    await market.services.database.client`
      insert into rollout_change (id, frontend, at, action, by_person, reason)
      values (${newId()}, ${frontend}, now(), 'held', ${newId()}, 'Once')`;
    const { changes } = await market.visit(admin).release.get({ frontend });
    expect(changes[0]).toMatchObject({ by: 'Erased account' });
  });
});
