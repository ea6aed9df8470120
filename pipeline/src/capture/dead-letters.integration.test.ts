import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browserBatch, type CaptureStage, openCaptureStage, viewed } from '../test-support/capture-stage.ts';
import { MAX_BODY_BYTES } from './capture.routes.ts';
import { MAX_EVENTS } from './take-request.ts';

let stage: CaptureStage;
beforeAll(async () => {
  stage = await openCaptureStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

describe('what is malformed', () => {
  it.each([
    ['no JSON', '{"api_key":'],
    ['no event', '{"hello":1}'],
    ['gzip that is broken', new Uint8Array([0x1f, 0x8b, 1, 2, 3])],
    ['nothing', ''],
    ['too deep', '['.repeat(100_000)],
  ])('is answered with 400 and kept: %s', async (_, body) => {
    const response = await stage.post('/ingest/e/', body);
    expect(response.status).toBe(400);
    expect(await stage.deadLetters()).toMatchObject([{ reason: 'body_unreadable' }]);
  });

  it('does not cost its neighbours', async () => {
    const response = await stage.post(
      '/ingest/e/',
      browserBatch([viewed(), { event: 7 }, viewed({ priceMinor: -1 }), viewed()]),
    );
    expect(response.status).toBe(200);
    expect(await stage.count('events')).toBe(2);
    const reasons = (await stage.deadLetters()).map((letter) => letter.reason).sort();
    expect(reasons).toEqual(['event_name_missing', 'properties_invalid']);
  });

  it('is refused without the project’s key', async () => {
    const body = JSON.stringify({ api_key: 'phc_other', batch: [viewed()] });
    expect((await stage.post('/ingest/e/', body)).status).toBe(401);
    expect(await stage.count('events')).toBe(0);
  });

  it('is refused when it is too large, in bytes, unpacked or in number', async () => {
    expect((await stage.post('/ingest/e/', 'x'.repeat(MAX_BODY_BYTES + 1))).status).toBe(413);
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(20_000_000, 'x')));
    expect((await stage.post('/ingest/e/', bomb)).status).toBe(413);
    const many = browserBatch(Array.from({ length: MAX_EVENTS + 1 }, () => ({})));
    expect((await stage.post('/ingest/e/', many)).status).toBe(413);
  });
});

describe('what ClickHouse itself refuses', () => {
  it('becomes a dead letter and does not cost its neighbours', async () => {
    const absurd = viewed({ priceMinor: Number.MAX_SAFE_INTEGER, distinct_id: 'ok\u0000\ud800' });
    const response = await stage.post('/ingest/e/', browserBatch([viewed(), absurd, viewed()]));
    expect(response.status).toBe(200);
    expect((await stage.count('events')) + (await stage.deadLetters()).length).toBe(3);
  });
});
