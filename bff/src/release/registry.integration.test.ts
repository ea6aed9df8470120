import { createServer, type Server } from 'node:http';
import { contractSchema } from '@plaza/contracts/manifest';
import { registrySchema } from '@plaza/contracts/registry';
import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReleaseClient, manifestOf, type ReleaseClient } from '../testing/release-market.ts';
import { startTestBff, type TestBff } from '../testing/start-test-bff.ts';
import { openTestMarket, TestClock } from '../testing/test-market.ts';
import { changeRollout } from './change-rollout.ts';
import { listTrials, rollBackAsGuard, saveGuardState } from './trials.ts';

/** Two processes over one database. */
let database: TestDatabase;
let one: TestBff;
let other: TestBff;
let client: ReleaseClient;
let otherClient: ReleaseClient;
let services: Awaited<ReturnType<typeof openTestMarket>>['services'];
let files: Server;
let filesStatus = 200;
beforeAll(async () => {
  database = await createTestDatabase();
  const input = { databaseUrl: database.url, clock: new TestClock() };
  const [market, otherMarket] = [await openTestMarket(input), await openTestMarket(input)];
  services = market.services;
  one = await startTestBff(services);
  other = await startTestBff(otherMarket.services);
  client = createReleaseClient(one, services);
  otherClient = createReleaseClient(other, otherMarket.services);
  files = createServer((_request, response) => response.writeHead(filesStatus).end());
  await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  files.close();
  await Promise.all([one.close(), other.close()]);
  await database.drop();
});

async function goLive(frontend: string) {
  const [first, second] = [manifestOf(frontend, 'one'), manifestOf(frontend, 'two')];
  for (const manifest of [first, second]) await client.register(manifest);
  await client.activate(first);
  return { first, second };
}
const by = { kind: 'program', name: 'Test', tokenId: null } as const;
const reason = 'A test of it';

describe('the registry', () => {
  it('is sent once for each change, and said to be the same in between', async () => {
    const { first, second } = await goLive('tagged');
    const answer = await client.registry();
    expect(registrySchema.parse(answer.body).remotes.tagged).toEqual({
      stable: first.release,
      previous: null,
      canary: null,
      isOff: false,
    });
    const tag = { 'if-none-match': answer.headers.get('etag') ?? '' };
    expect(await client.registry(tag)).toMatchObject({ status: 304, body: '' });
    await client.activate(second);
    expect(await client.registry(tag)).toMatchObject({ status: 200 });
  });

  it('of another process follows a change, by what the database tells', async () => {
    const { second } = await goLive('followed');
    const stableThere = async () => {
      const { body } = await otherClient.registry();
      return registrySchema.parse(body).remotes.followed?.stable.version;
    };
    await stableThere();
    await client.activate(second);
    await expect.poll(stableThere, { timeout: 2_000, interval: 5 }).toBe(second.release.version);
  });

  it('is for Plaza only', async () => {
    expect(await client.registry({ authorization: 'Bearer nobody at all' })).toMatchObject({ status: 401 });
  });
});

describe('the contract', () => {
  it('says what the BFF offers and what is live', async () => {
    const { first, second } = await goLive('described');
    await client.startCanary(second, { kind: 'internal' });
    const { body } = await client.ask('/api/releases/contract');
    const { procedures, events, live } = contractSchema.parse(body);
    expect(procedures['cart.addItem']).toMatchObject({
      kind: 'mutation',
      input: { type: 'object', properties: { variantId: { type: 'string' } } },
      output: {},
    });
    expect(procedures['catalog.home']).toMatchObject({ kind: 'query', input: null });
    expect(events.product_viewed).toMatchObject({ properties: { productId: { type: 'string' } } });
    expect(live.filter(({ frontend }) => frontend === 'described')).toEqual([
      { frontend: 'described', arm: 'stable', manifest: first },
      { frontend: 'described', arm: 'canary', manifest: second },
    ]);
  });
});

describe('a page of a frontend', () => {
  const withPage = (frontend: string, content: string, path: string) => {
    const manifest = manifestOf(frontend, content);
    const pages = [{ path, expose: 'home', access: 'public' as const }];
    return {
      ...manifest,
      declaration: { ...manifest.declaration, pages },
      release: { ...manifest.release, pages },
    };
  };
  const versionOf = ({ release }: { release: { version: string } }) => release.version;

  it('is not taken from those who have it: neither registered nor given to anybody', async () => {
    const owner = withPage('owner', 'one', '/deals/$dealId');
    await client.register(owner);
    const rival = withPage('rival', 'one', '/deals/$slug');
    const others = [withPage('rival', 'two', '/rival'), withPage('rival', 'three', '/rival')];
    for (const manifest of [rival, ...others]) await client.register(manifest);
    const [home, next] = others;
    if (!home || !next) throw new Error('There are two.');
    await client.activate(home);
    await client.activate(owner);
    const message = '/deals/$slug is a page of owner.';
    const refused = { status: 409, body: { error: { message } } };
    expect(await client.activate(rival)).toMatchObject(refused);
    expect(await client.startCanary(rival, { kind: 'internal' })).toMatchObject(refused);
    expect(await client.register(withPage('rival', 'four', '/deals/$slug'))).toMatchObject(refused);
    expect(await client.activate(next)).toMatchObject({ status: 200 });
    const { body } = await client.registry();
    expect(registrySchema.parse(body).remotes.rival?.stable.version).toBe(versionOf(next));
  });

  it('that others have taken meanwhile does not come back with a release of before', async () => {
    const [before, after] = [withPage('giver', 'one', '/given'), withPage('giver', 'two', '/kept')];
    const taker = withPage('taker', 'one', '/given');
    for (const manifest of [before, after, taker]) await client.register(manifest);
    await client.activate(before);
    await client.activate(after);
    await client.activate(taker);
    const step = { kind: 'rollBack', version: versionOf(after) } as const;
    expect(await changeRollout(services, by, { frontend: 'giver', step, reason })).toEqual({
      ok: false,
      code: 'pages_taken',
      pages: [{ path: '/given', frontend: 'taker' }],
    });
  });

  it('goes to one of two that come at once', async () => {
    const rivals = ['left', 'right'].map((frontend) => withPage(frontend, 'one', '/wanted'));
    for (const manifest of rivals) await client.register(manifest);
    const answers = await Promise.all(rivals.map((manifest) => client.activate(manifest)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('moves from one build of a market to another, in whichever order they come', async () => {
    const adopt = (...manifests: unknown[]) => client.ask('/internal/releases/adopt', { manifests });
    await adopt(withPage('moved-from', 'one', '/moved'));
    const { body } = await adopt(
      withPage('moved-to', 'one', '/moved'),
      withPage('moved-from', 'two', '/left-behind'),
    );
    expect(body.releases).toMatchObject([
      { frontend: 'moved-from', isActivated: true },
      { frontend: 'moved-to', isActivated: true },
    ]);
  });
});

describe('a release whose files are gone', () => {
  it('does not come; while nobody can say, it does', async () => {
    const { first, second } = await goLive('filed');
    const address = files.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const there = { ...services, env: { ...services.env, PUBLIC_URL: `http://127.0.0.1:${port}` } };
    const activate = ({ release: { version } }: typeof first) =>
      changeRollout(there, by, { frontend: 'filed', step: { kind: 'activate', version }, reason });
    filesStatus = 404;
    expect(await activate(second)).toEqual({ ok: false, code: 'files_missing' });
    filesStatus = 503;
    expect(await activate(second)).toEqual({ ok: true, isChanged: true });
    filesStatus = 404;
    const step = { kind: 'rollBack', version: second.release.version } as const;
    expect(await changeRollout(there, by, { frontend: 'filed', step, reason })).toEqual({
      ok: false,
      code: 'files_missing',
    });
    filesStatus = 200;
    expect(await changeRollout(there, by, { frontend: 'filed', step, reason })).toEqual({
      ok: true,
      isChanged: true,
    });
  });
});

describe('the guard', () => {
  it('keeps its state with the canary, once, and ends it with a reason', async () => {
    const { first, second } = await goLive('guarded');
    const { version } = second.release;
    await client.startCanary(second, { kind: 'share', percent: 10 });
    const trialOf = async () => (await listTrials(services)).find(({ frontend }) => frontend === 'guarded');
    expect(await trialOf()).toEqual({
      frontend: 'guarded',
      version,
      stableVersion: first.release.version,
      audience: { kind: 'share', percent: 10 },
      isHeld: false,
      startedAt: services.clock.now(),
      guardState: null,
    });
    const report = { state: 'watching', judgedUntil: services.clock.now().toISOString(), findings: [] };
    const save = {
      frontend: 'guarded',
      version,
      expected: null,
      guardState: { report, memory: { seen: 1.5 } },
    };
    expect(await Promise.all([saveGuardState(services, save), saveGuardState(services, save)])).toContain(
      false,
    );
    expect((await trialOf())?.guardState).toEqual(save.guardState);
    const next = { ...save, expected: (await trialOf())?.guardState };
    expect(await saveGuardState(services, next)).toBe(true);

    const worse = { frontend: 'guarded', version, reason: 'Fails 9 % of visitors instead of 1 %' };
    expect(await rollBackAsGuard(services, worse)).toEqual({ ok: true, isChanged: true });
    expect(await trialOf()).toBeUndefined();
    expect(await saveGuardState(services, next)).toBe(false);
    expect(await rollBackAsGuard(services, worse)).toEqual({ ok: false, code: 'no_canary' });
    // Begun again, it is watched anew.
    await client.startCanary(second, { kind: 'share', percent: 10 });
    expect((await trialOf())?.guardState).toBeNull();
  });
});
