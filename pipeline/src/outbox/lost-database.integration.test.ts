import { reconnectDelay } from '@plaza/edge/reconnect-delay';
import { createTestDatabase } from '@plaza/testing';
import postgres from 'postgres';
import { expect, it } from 'vitest';
import { createFlakyProxy } from '../test-support/flaky-proxy.ts';

it('a database that goes away in the middle of transactions ends no process and leaves no connection that is dead', async () => {
  const database = await createTestDatabase();
  const proxy = await createFlakyProxy(database.url);
  const sql = postgres(proxy.url, {
    max: 4,
    connect_timeout: 2,
    backoff: reconnectDelay,
    onnotice: () => {},
  });
  let isOver = false;
  let [finished, failed] = [0, 0];
  const loops = Array.from({ length: 8 }, async () => {
    while (!isOver) {
      const work = sql.begin(async (tx) => {
        await tx`select 1`;
        await tx`select pg_sleep(0.005)`;
      });
      await work.then(
        () => (finished += 1),
        () => (failed += 1),
      );
    }
  });
  for (let round = 0; round < 20; round += 1) {
    const [doneBefore, failedBefore] = [finished, failed];
    await expect.poll(() => finished, { timeout: 10_000, interval: 5 }).toBeGreaterThan(doneBefore + 4);
    proxy.setWeather('away');
    await expect.poll(() => failed, { timeout: 10_000, interval: 5 }).toBeGreaterThan(failedBefore);
    proxy.setWeather('clear');
  }
  isOver = true;
  await Promise.all(loops);
  // All connections of the pool, and each more than once.
  const answers = await Promise.all(Array.from({ length: 40 }, () => sql`select pg_sleep(0.02), 1 as one`));
  expect(answers.map(([row]) => row?.one)).toEqual(Array(40).fill(1));
  await sql.end();
  await proxy.close();
  await database.drop();
});
