import type { Account } from '@plaza/contracts';
import { createTestDatabase, createTestRedis, type TestDatabase, type TestRedis } from '@plaza/testing';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createOnce } from '../../platform/once.ts';
import { createRateLimits } from '../../platform/rate-limits.ts';
import { connectRedis, type RedisClient } from '../../platform/redis.ts';
import { createTallies } from '../../platform/tallies.ts';
import { createPeople, PASSWORD, signInWithPuzzle } from '../../testing/people-with-passwords.ts';
import { solveCaptcha } from '../../testing/solve-captcha.ts';
import { startTestBff, type TestBff } from '../../testing/start-test-bff.ts';
import { openTestMarket, TestClock, type TestMarket } from '../../testing/test-market.ts';
import { settleWatch } from './note-sign-in.ts';

const log = pino({ level: 'silent' });
let database: TestDatabase;
let redis: TestRedis;
let client: RedisClient;
let market: TestMarket;
let bff: TestBff;
let addPerson: () => Promise<Account>;

beforeAll(async () => {
  [database, redis] = await Promise.all([createTestDatabase(), createTestRedis()]);
  market = await openTestMarket({ databaseUrl: database.url, clock: new TestClock() });
  client = connectRedis(redis.url, log);
  await vi.waitFor(() => expect(client.isReady).toBe(true));
  bff = await startTestBff({
    ...market.services,
    redis: client,
    rateLimits: createRateLimits(client, log),
    once: createOnce(client, log),
    tallies: createTallies(client, log),
  });
  addPerson = await createPeople(market);
});
afterAll(async () => {
  await bff.close();
  client.destroy();
  await redis.drop();
  await database.drop();
});

const ATTACKERS = 9;
const GUESSES_EACH = 9;
const PEOPLE = 6;
/** Every sign-in solves a puzzle and hashes a password, which a busy machine is slow at. */
const LIMIT_MS = 90_000;

it('Redis dies in a storm of sign-ins: nobody gets in who should not, and people still can', {
  timeout: LIMIT_MS,
}, async () => {
  const victim = await addPerson();
  const people = await Promise.all(Array.from({ length: PEOPLE }, addPerson));
  const owner = await bff.browse(undefined, '192.0.2.250');
  expect(await signInWithPuzzle(owner, victim.email)).toMatchObject({ ok: true });
  const puzzled = await bff.browse(undefined, '192.0.2.251');
  const captcha = await solveCaptcha(puzzled, 'sign_in');
  const replay = async () =>
    Object(
      (await puzzled.mutate('identity.signIn', { email: 'x@plaza.test', password: 'wrong', captcha })).data,
    ).code;

  for (const code of ['wrong_credentials', 'wrong_credentials', 'wrong_credentials', 'wrong_credentials'])
    expect(await replay()).toBe(code);

  let attempts = 0;
  const killed = vi
    .waitUntil(() => attempts > (ATTACKERS * GUESSES_EACH) / 3, { timeout: LIMIT_MS })
    .then(redis.drop);
  const guess = async (attacker: number) => {
    const codes: unknown[] = [];
    for (let at = 0; at < GUESSES_EACH; at += 1) {
      const browser = await bff.browse(undefined, `198.51.${attacker}.${at % 2}`);
      const isOwn = at % 3 === 0;
      const email = isOwn ? victim.email : `${crypto.randomUUID()}@plaza.test`;
      codes.push(Object(await signInWithPuzzle(browser, email, `guess ${attacker} ${at}`)).code);
      attempts += 1;
    }
    return codes;
  };
  const comeIn = async (person: Account, at: number) => {
    const browser = await bff.browse(undefined, `192.0.2.${at}`);
    // Half of them when Redis is there, half when it is not any more.
    if (at % 2 === 1) await killed;
    return signInWithPuzzle(browser, person.email);
  };
  const [codes, arrivals] = await Promise.all([
    Promise.all(Array.from({ length: ATTACKERS }, (_, attacker) => guess(attacker))),
    Promise.all(people.map(comeIn)),
    killed,
  ]);
  expect(client.isReady).toBe(false);
  const refusals = new Set(codes.flat());
  expect(
    [...refusals].filter((code) => code !== 'wrong_credentials' && code !== 'too_many_attempts'),
  ).toEqual([]);
  for (const arrival of arrivals) expect(arrival).toMatchObject({ ok: true });

  // Limits go on, by themselves; the owner's browser is not in their way.
  const late = await bff.browse(undefined, '203.0.113.1');
  const more: unknown[] = [];
  for (let at = 0; at < 9; at += 1)
    more.push(Object(await signInWithPuzzle(late, victim.email, `late guess ${at}`)).code);
  expect(more.at(-1)).toBe('too_many_attempts');
  expect(await signInWithPuzzle(late, victim.email, PASSWORD)).toMatchObject({ code: 'too_many_attempts' });
  expect(
    (await owner.mutate('identity.signIn', { email: victim.email, password: PASSWORD })).data,
  ).toMatchObject({
    ok: true,
  });

  // A puzzle that was solved before counts no second time.
  const used = [await replay(), await replay(), await replay(), await replay()];
  expect(used.at(-1)).toBe('captcha_invalid');

  await settleWatch(market.services);
  const sessions = await market.services.database.client`
    select count(distinct account_id)::int as count from session where account_id = ${victim.id}
      or account_id = any(${people.map(({ id }) => id)})`;
  expect(sessions[0]?.count).toBe(PEOPLE + 1);
  const opened = await market.services.database.client`select count(*)::int as count from session`;
  expect(opened[0]?.count).toBe(PEOPLE + 1);
});
