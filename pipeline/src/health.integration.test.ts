import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CaptureStage, openCaptureStage } from './test-support/capture-stage.ts';
import { until } from './test-support/stores.ts';

let stage: CaptureStage;
beforeAll(async () => {
  stage = await openCaptureStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

describe('health', () => {
  it('names every part, and is 200 once all is prepared', async () => {
    await until(async () => (await fetch(`${stage.origin}/healthz`)).status === 200);
    const response = await fetch(`${stage.origin}/healthz`);
    const parts = { clickhouse: 'ok', postgres: 'ok', redis: 'not used', outbox: 'ok', preparation: 'done' };
    expect(await response.json()).toMatchObject({ status: 'ok', parts });
  });

  it('is 503 while ClickHouse is away', async () => {
    stage.proxy.setWeather('away');
    const response = await fetch(`${stage.origin}/healthz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ parts: { clickhouse: 'down' } });
  });
});
