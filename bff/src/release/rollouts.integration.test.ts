import { type CanaryAudience, dayOf, shiftDay } from '@plaza/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseAccountRow } from '../profile/erasure/erase-account.repository.ts';
import { manifestOf } from '../testing/release-market.ts';
import { openRolloutMarket, type RolloutMarket, versionOf } from '../testing/rollout-market.ts';

let market: RolloutMarket['market'];
let clock: RolloutMarket['clock'];
let client: RolloutMarket['client'];
let admin: RolloutMarket['admin'];
let goLive: RolloutMarket['goLive'];
let readEntry: RolloutMarket['readEntry'];
let shapeOf: RolloutMarket['shapeOf'];
let close: RolloutMarket['close'];
beforeAll(async () => {
  ({ market, clock, client, admin, goLive, readEntry, shapeOf, close } = await openRolloutMarket());
});
afterAll(() => close());

const TEN_PERCENT = { kind: 'share', percent: 10 } as const;
const reason = 'Because of a test';

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

  it('is judged anew when its canary comes from the staff to visitors, and on when more visitors get it', async () => {
    const { frontend, two } = await goLive();
    const release = market.visit(admin).release;
    const about = { frontend, version: versionOf(two), reason };
    const judged = { state: 'watching', judgedUntil: '2026-11-22T12:00:00.000Z', findings: [] };
    const changeTo = async (audience: CanaryAudience) => {
      await market.services.database.client`
        update rollout set guard_state = ${JSON.stringify({ report: judged })}::text::jsonb
        where frontend = ${frontend}`;
      clock.advance(1_000);
      const changed = await release.changeAudience({ ...about, audience });
      return changed.ok ? changed.rollout.canary : null;
    };
    await client.startCanary(two, { kind: 'internal' });
    const shared = await changeTo(TEN_PERCENT);
    expect(shared).toMatchObject({ guard: { state: 'waiting' }, startedAt: clock.now().toISOString() });
    const raised = await changeTo({ kind: 'countries', countries: ['DE'], percent: 50 });
    expect(raised).toMatchObject({ guard: judged, startedAt: shared?.startedAt });
    expect(await changeTo({ kind: 'internal' })).toMatchObject({ guard: { state: 'waiting' } });
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

describe('an erased account', () => {
  it('leaves the history without a name', async () => {
    const { frontend } = await goLive();
    const dev = await market.addAccount('Dev', ['buyer', 'admin']);
    await market.visit(dev).release.switchOff({ frontend, reason });
    const readBy = async () => (await market.visit(admin).release.get({ frontend })).changes[0]?.by;
    expect(await readBy()).toBe('Dev');
    await eraseAccountRow(market.services.database.client, dev.id);
    expect(await readBy()).toBeNull();
  });
});
