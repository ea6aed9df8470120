import { type CaptchaChallenge, captchaChallengeSchema } from '@plaza/contracts';
import { createTestDatabase, createTestRedis, type TestDatabase, type TestRedis } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createOnce } from '../../platform/once.ts';
import { connectRedis } from '../../platform/redis.ts';
import { solveChallengeOf } from '../../testing/solve-captcha.ts';
import { openTestMarket, TestClock, type TestMarket } from '../../testing/test-market.ts';
import { requireCaptcha } from './require-captcha.ts';

const clock = new TestClock();
let database: TestDatabase;
let redis: TestRedis;
let market: TestMarket;

beforeAll(async () => {
  [database, redis] = await Promise.all([createTestDatabase(), createTestRedis()]);
  market = await openTestMarket({ databaseUrl: database.url, clock });
});
afterAll(async () => {
  await market.services.close();
  await Promise.all([database.drop(), redis.drop()]);
});

const newChallenge = async (purpose: 'sign_up' | 'recovery' = 'sign_up') =>
  captchaChallengeSchema.parse(await market.visit().captcha.challenge({ purpose }));
const ask = (payload: string | undefined, services = market.services) =>
  requireCaptcha(services, { payload, purpose: 'sign_up' });
const INVALID = { ok: false, code: 'captcha_invalid' };

const decode = (payload: string): object => JSON.parse(Buffer.from(payload, 'base64').toString());
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');

describe('a puzzle', () => {
  it('that a browser has solved is good once', async () => {
    const payload = await solveChallengeOf(await newChallenge());
    expect(await ask(payload)).toEqual({ ok: true });
    expect(await ask(payload)).toMatchObject(INVALID);
  });

  it('solved once and sent twice at the same time counts once', async () => {
    const payload = await solveChallengeOf(await newChallenge());
    const verdicts = await Promise.all([ask(payload), ask(payload), ask(payload)]);
    expect(verdicts.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('is good for what it was asked for and nothing else', async () => {
    expect(await ask(await solveChallengeOf(await newChallenge('recovery')))).toMatchObject(INVALID);
  });

  it('is good for ten minutes', async () => {
    const [early, late] = [await newChallenge(), await newChallenge()];
    const payloads = [await solveChallengeOf(early), await solveChallengeOf(late)];
    clock.advance(9 * 60_000);
    expect(await ask(payloads[0])).toEqual({ ok: true });
    clock.advance(2 * 60_000);
    expect(await ask(payloads[1])).toMatchObject(INVALID);
  });

  it('needs to be solved at all', async () => {
    expect(await ask(undefined)).toMatchObject({ ok: false, code: 'captcha_required' });
    expect(await ask('')).toMatchObject({ ok: false, code: 'captcha_required' });
  });
});

describe('a solution', () => {
  const tamper: [string, (challenge: CaptchaChallenge) => CaptchaChallenge][] = [
    [
      'a longer life',
      ({ parameters, signature }) => ({
        signature,
        parameters: { ...parameters, expiresAt: parameters.expiresAt + 600 },
      }),
    ],
    ['less work', ({ parameters, signature }) => ({ signature, parameters: { ...parameters, cost: 1 } })],
    [
      'an easier goal',
      ({ parameters, signature }) => ({ signature, parameters: { ...parameters, keyPrefix: '00' } }),
    ],
    [
      'another signature',
      ({ parameters, signature }) => ({
        parameters,
        signature: signature.replace(/^./, (c) => (c === '0' ? '1' : '0')),
      }),
    ],
  ];
  it.each(tamper)('of a puzzle that was given %s is refused', async (_, change) => {
    const challenge = await newChallenge();
    const solved = decode(await solveChallengeOf(challenge));
    expect(await ask(encode({ ...solved, challenge: change(challenge) }))).toMatchObject(INVALID);
  });

  it.each([
    ['a guess', { counter: 1, derivedKey: '00'.repeat(32) }],
    ['no number', { counter: 'many', derivedKey: '00'.repeat(32) }],
    ['nothing', undefined],
  ])('that is %s is refused', async (_, solution) => {
    expect(await ask(encode({ challenge: await newChallenge(), solution }))).toMatchObject(INVALID);
  });

  it.each(['x', '{}', 'bnVsbA==', '\u0000', '='.repeat(4_000)])('%j is refused', async (payload) => {
    expect(await ask(payload)).toMatchObject(INVALID);
  });

  it('is good on one of two processes that share Redis, and on each only once when Redis is gone', async () => {
    const { log } = market.services;
    const clients = [connectRedis(redis.url, log), connectRedis(redis.url, log)];
    await vi.waitFor(() => expect(clients.every(({ isReady }) => isReady)).toBe(true));
    const [one, two] = clients.map((client) => ({ ...market.services, once: createOnce(client, log) }));
    const first = await solveChallengeOf(await newChallenge());
    expect(await ask(first, one)).toEqual({ ok: true });
    expect(await ask(first, two)).toMatchObject(INVALID);

    const second = await solveChallengeOf(await newChallenge());
    await redis.drop();
    await vi.waitFor(() => expect(clients.some(({ isReady }) => isReady)).toBe(false));
    expect(await ask(second, one)).toEqual({ ok: true });
    expect(await ask(second, one)).toMatchObject(INVALID);
    expect(await ask(first, one)).toMatchObject(INVALID);
    for (const client of clients) client.destroy();
  });
});
