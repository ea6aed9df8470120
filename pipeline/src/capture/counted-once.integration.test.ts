import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browserBatch, type CaptureStage, openCaptureStage, viewed } from '../test-support/capture-stage.ts';
import { until } from '../test-support/stores.ts';

let stage: CaptureStage;
beforeAll(async () => {
  stage = await openCaptureStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

describe('a request sent again', () => {
  it('counts once, in the table and in the views, in whatever company', async () => {
    const [a, b, c] = [viewed(), viewed(), viewed()];
    await stage.post('/ingest/e/', browserBatch([a, b]));
    await stage.post('/ingest/e/', browserBatch([a, b]));
    await stage.post('/ingest/e/', browserBatch([b, c, c]));
    await Promise.all([
      stage.post('/ingest/e/', browserBatch([a])),
      stage.post('/ingest/e/', browserBatch([a, c])),
    ]);
    expect(await stage.count('events')).toBe(3);
    expect(await stage.views()).toBe(3);
  });

  it('counts once though the first answer was lost between us and ClickHouse', async () => {
    const batch = browserBatch([viewed(), viewed()]);
    const before = stage.proxy.harmCount();
    stage.proxy.setWeather('answers lost');
    const first = stage.post('/ingest/e/', batch);
    await until(async () => stage.proxy.harmCount() > before);
    const second = stage.post('/ingest/e/', batch);
    stage.proxy.setWeather('clear');
    expect([(await first).status, (await second).status]).toEqual([200, 200]);
    expect(await stage.count('events')).toBe(2);
    expect(await stage.views()).toBe(2);
  });

  it('counts once as a dead letter', async () => {
    const bad = { ...viewed(), event: '' };
    await stage.post('/ingest/e/', browserBatch([bad]));
    await stage.post('/ingest/e/', browserBatch([bad]));
    expect(await stage.readNumber('SELECT count() AS value FROM dead_letters FINAL')).toBe(1);
  });
});
