import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBody, MAX_UNPACKED_BYTES } from './decode-body.ts';
import { readEnvelope } from './read-envelope.ts';

const nothing = { sentAt: undefined, apiKey: undefined, library: undefined };
const bytes = (text: string) => new TextEncoder().encode(text);
const body = {
  api_key: 'phc_1',
  batch: [{ event: 'ü+/=', properties: { a: '1 + 1' } }],
  sent_at: '2026-11-20T12:00:00Z',
};
const json = JSON.stringify(body);
const base64 = Buffer.from(json).toString('base64');

describe('a capture body', () => {
  it.each([
    ['JSON', bytes(json)],
    ['gzip, as posthog-js and posthog-node send it', gzipSync(json)],
    ['a form with base64, as posthog-js sends beacons', bytes(`data=${encodeURIComponent(base64)}`)],
    ['a form with base64 whose plus became a blank', bytes(`data=${base64}`)],
    ['a form with JSON', bytes(`data=${encodeURIComponent(json)}`)],
    ['bare base64', bytes(base64)],
    ['base64 of gzip', bytes(gzipSync(json).toString('base64'))],
  ])('is read: %s', (_, packed) => {
    expect(decodeBody(packed)).toEqual({ ok: true, value: body });
  });

  it('is told apart from one that unpacks to too much', () => {
    const bomb = gzipSync(Buffer.alloc(MAX_UNPACKED_BYTES + 1));
    expect(decodeBody(bomb)).toMatchObject({ ok: false, code: 'too_large' });
  });

  it('never throws, whatever the bytes are', () => {
    const gzipped = fc.uint8Array().map((data) => new Uint8Array(gzipSync(data)));
    const headed = fc.uint8Array().map((data) => Uint8Array.from([0x1f, 0x8b, ...data]));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), gzipped, headed, fc.string().map(bytes)), (data) => {
        const decoded = decodeBody(data);
        if (decoded.ok) readEnvelope(decoded.value, nothing);
      }),
    );
  });
});

describe('the envelope', () => {
  it.each([
    ['a batch', body, 'phc_1', 1],
    [
      'a bare list, with the key in the properties',
      [{ event: 'x', properties: { token: 'phc_2' } }],
      'phc_2',
      1,
    ],
    ['a single event', { event: 'x', api_key: 'phc_3' }, 'phc_3', 1],
    ['a list under data', { api_key: 'phc_4', data: [{}, {}] }, 'phc_4', 2],
    [
      'what is said about a person',
      { $token: 'phc_6', $distinct_id: 'd', $set: { plan: 'pro' } },
      'phc_6',
      1,
    ],
    [
      'a single event whose key is in its properties',
      { event: 'x', properties: { token: 'phc_5' } },
      'phc_5',
      1,
    ],
  ])('is found: %s', (_, value, apiKey, count) => {
    const envelope = readEnvelope(value, nothing);
    expect(envelope?.apiKey).toBe(apiKey);
    expect(envelope?.events).toHaveLength(count);
  });

  it.each([[null], [7], ['text'], [{}], [{ batch: 'no' }]])('is not found in %j', (value) => {
    expect(readEnvelope(value, nothing)).toBeNull();
  });

  it('takes the time of sending from the body, an event or the address', () => {
    const at = Date.parse('2026-11-20T12:00:00Z');
    expect(readEnvelope(body, nothing)?.sentAtMs).toBe(at);
    expect(readEnvelope([{ event: 'x', sent_at: '2026-11-20T12:00:00Z' }], nothing)?.sentAtMs).toBe(at);
    expect(readEnvelope([{ event: 'x' }], { ...nothing, sentAt: String(at) })?.sentAtMs).toBe(at);
    expect(readEnvelope({ sentAt: '2026-11-20T12:00:00Z', batch: [] }, nothing)?.sentAtMs).toBe(at);
    expect(readEnvelope([{ event: 'x' }], nothing)?.sentAtMs).toBeNull();
  });
});
