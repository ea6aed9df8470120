import { type GuardReport, newId, rolloutSchema, trialTag } from '@plaza/contracts';
import {
  createTestClickHouse,
  createTestDatabase,
  createTestMail,
  type TestClickHouse,
  type TestDatabase,
  type TestMail,
} from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handOverMails } from '../../notification/hand-over-mails.ts';
import { createPace } from '../../notification/pace.ts';
import { manifestOf } from '../../testing/release-market.ts';
import { startTestPipeline } from '../../testing/start-test-pipeline.ts';
import { openTestMarket, TestClock, type TestMarket } from '../../testing/test-market.ts';
import { changeRollout } from '../change-rollout.ts';
import { registerRelease } from '../register-release.ts';
import { rolledBackMail } from './rolled-back.mail.ts';
import { watchCanaries } from './watch-canaries.ts';

const VISITORS = 600;
const CANARY_EVERY = 10;
/** The canary begins so long ago that everything about its visitors is certain. */
const SINCE_MS = 300_000;

let database: TestDatabase;
let clickhouse: TestClickHouse;
let mail: TestMail;
let market: TestMarket;
let pipeline: Awaited<ReturnType<typeof startTestPipeline>>;
let services: TestMarket['services'];
beforeAll(async () => {
  [database, clickhouse, mail] = await Promise.all([
    createTestDatabase(),
    createTestClickHouse(),
    createTestMail(),
  ]);
  const clock = new TestClock();
  clock.advance(-SINCE_MS);
  market = await openTestMarket({ databaseUrl: database.url, clock, smtpUrl: mail.smtpUrl });
  pipeline = await startTestPipeline({
    databaseUrl: database.url,
    clickhouse,
    internalToken: market.services.env.INTERNAL_TOKEN,
  });
  services = { ...market.services, env: { ...market.services.env, PIPELINE_URL: pipeline.url } };
  // A first event is a row when there are tables.
  await pipeline.capture('first', [{ event: 'x', properties: {} }]);
});
afterAll(async () => {
  await services.close();
  await pipeline.close();
  await Promise.all([database.drop(), clickhouse.drop(), mail.drop()]);
});

type Arm = 'canary' | 'stable';
interface Event {
  event: string;
  /** After the visitor came. */
  seconds: number;
  mfe?: string;
  properties?: object;
}

const PROGRAM = { kind: 'program', name: 'Release command', tokenId: null } as const;
async function startCanary(frontend: string) {
  const [first, second] = [manifestOf(frontend, 'one'), manifestOf(frontend, 'two')];
  for (const manifest of [first, second]) await registerRelease(services, PROGRAM, { manifest });
  const { version } = second.release;
  const audience = { kind: 'share', percent: 100 / CANARY_EVERY } as const;
  for (const step of [
    { kind: 'activate', version: first.release.version },
    { kind: 'startCanary', version, audience },
  ] as const) {
    const outcome = await changeRollout(services, PROGRAM, { frontend, step, reason: 'A test of it' });
    expect(outcome).toMatchObject({ ok: true });
  }
  return { frontend, version };
}

/** Visitors one after the other since the canary began, as capture would have stored them. */
async function visit(
  { frontend, version }: { frontend: string; version: string },
  behave: (arm: Arm, index: number) => readonly Event[],
): Promise<void> {
  const startMs = Date.now() - SINCE_MS + 1_000;
  const rows = Array.from({ length: VISITORS }, (_, index) => {
    const arm = index % CANARY_EVERY === 0 ? 'canary' : 'stable';
    return behave(arm, index).map(({ event, seconds, mfe = frontend, properties = {} }) => {
      const at = Math.round(startMs + (index * 100_000) / VISITORS + seconds * 1_000);
      return JSON.stringify({
        uuid: newId(),
        event,
        timestamp: at,
        received_at: at,
        distinct_id: `${frontend}-${index}`,
        mfe,
        trials: [trialTag(frontend, version, arm)],
        properties: JSON.stringify(properties),
      });
    });
  });
  const query = new URLSearchParams({
    database: clickhouse.database,
    query: 'INSERT INTO events FORMAT JSONEachRow',
  });
  const answer = await fetch(`${clickhouse.url}/?${query}`, { method: 'POST', body: rows.flat().join('\n') });
  if (!answer.ok) throw new Error(await answer.text());
}

const watch = () => watchCanaries(services);
async function read(frontend: string) {
  const admin = await market.addAccount('Ada', ['buyer', 'admin']);
  const { rollout, changes } = await market.visit(admin).release.get({ frontend });
  return { canary: rolloutSchema.parse(rollout).canary, changes };
}
const worseOf = (report: GuardReport | undefined) =>
  report?.findings.filter(({ isWorse }) => isWorse).map(({ metric }) => metric);

/** A visitor sees a product; one of four puts it into the cart. As often with either version. */
const shop = (index: number): Event[] => shopOf(Math.floor(index / CANARY_EVERY));
const shopOf = (place: number): Event[] => [
  { event: '$pageview', seconds: 0 },
  { event: '$web_vitals', seconds: 1, properties: { $web_vitals_LCP_value: place % 20 === 0 ? 5_000 : 900 } },
  { event: 'product_viewed', seconds: 1, mfe: 'catalog' },
  ...(place % 4 === 0 ? [{ event: 'product_added_to_cart', seconds: 9 }] : []),
];

describe('the guard', () => {
  it('leaves a canary alone that does as the stable version does, and says what it has seen', async () => {
    const canary = await startCanary('good');
    await visit(canary, (_, index) => shop(index));
    await watch();
    const { canary: running } = await read('good');
    expect(running?.guard).toMatchObject({ state: 'watching' });
    const found = running?.guard.findings.find(({ metric }) => metric === 'add_to_cart');
    expect(found).toMatchObject({ canary: { total: 60 }, stable: { total: 540 }, isWorse: false });
    // Nothing is judged twice.
    await watch();
    expect((await read('good')).canary?.guard.findings).toEqual(running?.guard.findings);
  });

  it('takes a canary back that fails, in the next look, and says why', async () => {
    const canary = await startCanary('throwing');
    await visit(canary, (arm, index) => [
      ...shop(index),
      ...(arm === 'canary' && index % 20 === 0 ? [{ event: 'frontend_failed', seconds: 2 }] : []),
    ]);
    await watch();
    const { canary: running, changes } = await read('throwing');
    expect(running).toBeNull();
    expect(changes[0]).toMatchObject({
      action: 'rolled_back',
      by: 'Guard',
      version: canary.version,
      reason: 'Of 60 page views with the new version 30 (50%) ended in an error, of 540 without it 0 (0%).',
    });
  });

  it('takes a canary back that is slow', async () => {
    const canary = await startCanary('slow');
    await visit(canary, (arm, index) => [
      ...shop(index).filter(({ event }) => arm === 'stable' || event !== '$web_vitals'),
      ...(arm === 'canary'
        ? [
            {
              event: '$web_vitals',
              seconds: 4,
              properties: { $web_vitals_LCP_value: 900 + (index % 7) * 800 },
            },
          ]
        : []),
    ]);
    await watch();
    const { canary: running, changes } = await read('slow');
    expect(running).toBeNull();
    expect(changes[0]?.reason).toMatch(
      /^Of 60 first pages with the new version \d+ \(\d\d%\) took more than 4 s to show \(LCP\), of 540 without it 27 \(5%\)\.$/,
    );
  });

  it('takes a canary back that silently puts nothing into the cart, and tells those who work on it', async () => {
    const canary = await startCanary('silent');
    const member = await market.addAccount('Mia', ['buyer', 'developer']);
    await services.database.client`
      insert into frontend_member (frontend, account_id, added_at) values ('silent', ${member.id}, now())`;
    await visit(canary, (arm, index) =>
      shop(index).filter(({ event }) => arm === 'stable' || event !== 'product_added_to_cart'),
    );
    await watch();
    const { canary: running, changes } = await read('silent');
    expect(running).toBeNull();
    expect(changes[0]?.reason).toMatch(
      /^Of 60 visitors who saw a product with the new version 60 \(100%\) put nothing into the cart, of 540 without it 4\d\d/,
    );
    const templates = new Map([[rolledBackMail.name, rolledBackMail]]);
    await handOverMails(services, templates, createPace(1_000));
    const [told] = mail.mailsTo(member.email);
    expect(told?.subject).toBe('silent: the canary was taken back');
    expect(told?.text).toContain('put nothing into the cart');
  });

  it('waits while the pipeline is away, says so, and goes on where it was', async () => {
    const canary = await startCanary('waiting');
    await visit(canary, (_, index) => shop(index));
    await watchCanaries({ ...services, env: { ...services.env, PIPELINE_URL: 'http://127.0.0.1:1' } });
    expect((await read('waiting')).canary?.guard.state).toBe('waiting');
    await Promise.all([watch(), watch()]);
    const guard = (await read('waiting')).canary?.guard;
    expect(guard?.state).toBe('watching');
    expect(worseOf(guard)).toEqual([]);
    expect(guard?.findings.find(({ metric }) => metric === 'LCP')?.canary.total).toBe(60);
  });
});
