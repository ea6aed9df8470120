import { newId } from '@plaza/contracts';
import { createTestClickHouse, createTestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeGroup } from './capture/group-journal.ts';
import { startPipeline } from './pipeline.ts';
import { type CaptureStage, openCaptureStage } from './test-support/capture-stage.ts';
import { letters } from './test-support/letters.ts';
import { openEventStore, openMarket, readNumber, silent, testEnv, until } from './test-support/stores.ts';

let stage: CaptureStage;
beforeAll(async () => {
  stage = await openCaptureStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const readHealth = async (origin: string) => {
  const response = await fetch(`${origin}/healthz`);
  return { httpStatus: response.status, ...Object(await response.json()) };
};

describe('health', () => {
  it('names every part, and is 200 once all is prepared', async () => {
    await until(async () => (await readHealth(stage.origin)).httpStatus === 200);
    const parts = { clickhouse: 'ok', postgres: 'ok', redis: 'not used', outbox: 'ok', preparation: 'done' };
    expect(await readHealth(stage.origin)).toMatchObject({ status: 'ok', parts });
  });

  it('is 503 while ClickHouse is away', async () => {
    stage.proxy.setWeather('away');
    expect(await readHealth(stage.origin)).toMatchObject({ httpStatus: 503, parts: { clickhouse: 'down' } });
  });

  it('is 503 until what a killed process had written down is taken over, although every part is up', async () => {
    const [market, events] = await Promise.all([
      createTestDatabase().then(openMarket),
      createTestClickHouse().then(openEventStore),
    ]);
    const { store, database } = events;
    await writeGroup(store, newId(), { number: 1, letters: letters(5) });
    await store.command('DETACH TABLE events');
    const env = testEnv({ databaseUrl: market.url, clickhouseUrl: events.url, database });
    const pipeline = await startPipeline(env, silent);
    const read = () => readHealth(`http://127.0.0.1:${pipeline.port}`);
    expect(await read()).toMatchObject({
      httpStatus: 503,
      status: 'unavailable',
      parts: { clickhouse: 'ok', postgres: 'ok', outbox: 'ok', preparation: 'under way' },
    });
    await store.command('ATTACH TABLE events');
    await until(async () => (await read()).httpStatus === 200);
    expect(await readNumber(store, 'SELECT count() AS value FROM events')).toBe(5);
    await pipeline.close();
    await Promise.all([market.close(), events.close()]);
  });
});
