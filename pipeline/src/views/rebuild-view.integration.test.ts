import { newId } from '@plaza/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type CaptureStage, openCaptureStage, viewed } from '../test-support/capture-stage.ts';
import { CAPTURE_KEY, INTERNAL_TOKEN } from '../test-support/stores.ts';

let stage: CaptureStage;
beforeAll(async () => {
  stage = await openCaptureStage();
});
afterAll(() => stage.close());
beforeEach(() => stage.clear());

const LONG_AGO = '2026-01-15T12:00:00.000Z';

const send = async (count: number, timestamp = new Date().toISOString()) => {
  const batch = Array.from({ length: count }, () => ({ ...viewed(), timestamp, uuid: newId() }));
  const answer = await stage.post('/ingest/batch/', JSON.stringify({ api_key: CAPTURE_KEY, batch }));
  expect(answer.status).toBe(200);
};
const rebuild = async (table: string) => {
  const answer = await stage.post(`/internal/views/${table}/rebuild`, '', {
    authorization: `Bearer ${INTERNAL_TOKEN}`,
  });
  return (await answer.text())
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
};
const tables = () =>
  stage.readNumber(`SELECT count() AS value FROM system.tables WHERE database = currentDatabase()
    AND (name LIKE '%_rebuilt%' OR name LIKE '%_source')`);

describe('a view that is made anew', () => {
  it('counts what there is, whatever it counted before, month by month', async () => {
    await send(30, LONG_AGO);
    await send(20);
    await stage.truncate('product_views_hourly');
    const lines = await rebuild('product_views_hourly');
    expect(lines.at(0)).toEqual({ doneRows: 0, totalRows: 50 });
    expect(lines.at(-2)).toEqual({ doneRows: 50, totalRows: 50 });
    expect(lines.at(-1)).toEqual({ done: true });
    expect(await stage.views()).toBe(50);
    expect(await tables()).toBe(0);
    // Nothing that the next process would insert once more, into a table that knows no tokens.
    expect(await stage.count('capture_groups')).toBe(0);
  });

  it('misses nothing and counts nothing twice of what comes meanwhile and afterwards', async () => {
    await send(500);
    let isOver = false;
    let sent = 500;
    const keepSending = async () => {
      while (!isOver) {
        await send(7);
        sent += 7;
      }
    };
    const senders = [keepSending(), keepSending()];
    for (let round = 0; round < 3; round += 1)
      expect((await rebuild('product_views_hourly')).at(-1)).toEqual({ done: true });
    isOver = true;
    await Promise.all(senders);
    await send(5);
    expect(await stage.count('events')).toBe(sent + 5);
    expect(await stage.views()).toBe(sent + 5);
  });

  it('can be any of them', async () => {
    await send(3);
    const answer = await fetch(`${stage.origin}/internal/views/`, {
      headers: { authorization: `Bearer ${INTERNAL_TOKEN}` },
    });
    const names = z.array(z.string()).parse(await answer.json());
    expect(names).toContain('sales_daily');
    for (const name of names) expect([name, (await rebuild(name)).at(-1)]).toEqual([name, { done: true }]);
    expect(await stage.count('event_ids')).toBe(3);
  });

  it('has to be one that there is', async () => {
    expect(await rebuild('nothing')).toEqual([
      { message: expect.stringContaining('There is no view of nothing.') },
    ]);
  });
});
