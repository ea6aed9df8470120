import { newId } from '@plaza/contracts';
import { clickstreamSchemas } from '@plaza/events';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctClock, MAX_AGE_MS } from './correct-clock.ts';
import { EVENT_COLUMNS } from './letter.ts';
import { type CaptureContext, MAX_PROPERTIES_LENGTH } from './parse-event.ts';
import { processEvent } from './process-event.ts';
import { readSender } from './read-sender.ts';

const receivedAtMs = Date.parse('2026-11-20T12:00:00.000Z');
const context: CaptureContext = {
  receivedAtMs,
  sentAtMs: receivedAtMs - 50,
  sender: readSender('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148', 'DE'),
};
const valid = {
  uuid: '01a1fd5d-9e36-7e50-896c-6a3f66047afb',
  event: 'product_viewed',
  timestamp: '2026-11-20T11:59:59.000Z',
  properties: {
    distinct_id: 'visitor-1',
    $session_id: 'session-1',
    $pathname: '/p/cable',
    productId: newId(),
    sellerId: newId(),
    priceMinor: 1999,
    currency: 'USD',
    mfe: 'catalog',
    mfeVersion: '1.2.3',
  },
};

const columnsOf = (raw: unknown, inContext = context): Record<string, unknown> => {
  const letter = processEvent(raw, inContext);
  if (letter?.table !== 'events') throw new Error(`Not stored as an event: ${JSON.stringify(letter)}`);
  const row: unknown[] = JSON.parse(letter.row);
  return Object.fromEntries(EVENT_COLUMNS.map((column, index) => [column, row[index]]));
};
const reasonOf = (raw: unknown): unknown => {
  const letter = processEvent(raw, context);
  if (letter?.table !== 'dead_letters') return letter;
  const row: unknown[] = JSON.parse(letter.row);
  return row[2];
};

describe('a listed event', () => {
  it('becomes a row with its properties as columns', () => {
    expect(columnsOf(valid)).toMatchObject({
      uuid: valid.uuid,
      event: 'product_viewed',
      known: true,
      timestamp: receivedAtMs - 950,
      distinct_id: 'visitor-1',
      session_id: 'session-1',
      seller_id: valid.properties.sellerId,
      product_id: valid.properties.productId,
      price_minor: 1999,
      path: '/p/cable',
      device: 'mobile',
      mfe: 'catalog',
      mfe_version: '1.2.3',
    });
  });

  it('is a dead letter when its properties are not what the catalogue says', () => {
    const properties = { ...valid.properties, priceMinor: 19.99 };
    expect(reasonOf({ ...valid, properties })).toBe('properties_invalid');
  });

  it('is judged exactly as the catalogue judges', () => {
    const property = fc.oneof(fc.uuid(), fc.integer(), fc.double(), fc.constantFrom('USD', 'XXX', null, ''));
    const keys = [
      'productId',
      'sellerId',
      'variantId',
      'priceMinor',
      'currency',
      'quantity',
      'query',
      'orderId',
    ];
    const properties = fc.dictionary(fc.constantFrom(...keys), property);
    const names = fc.constantFrom(
      'product_viewed',
      'product_added_to_cart',
      'search_performed',
      'order_confirmed',
    );
    fc.assert(
      fc.property(names, properties, (event, given) => {
        const isListed = clickstreamSchemas[event].safeParse(given).success;
        const letter = processEvent({ event, distinct_id: 'd', properties: given }, context);
        expect(letter?.table).toBe(isListed ? 'events' : 'dead_letters');
      }),
    );
  });
});

describe('an event that is not listed', () => {
  it('is kept and marked', () => {
    expect(columnsOf({ ...valid, event: 'banner_closed' })).toMatchObject({
      event: 'banner_closed',
      known: false,
    });
  });

  it('is not kept when it is a session recording', () => {
    expect(processEvent({ ...valid, event: '$snapshot' }, context)).toBeNull();
  });
});

describe('what cannot be taken', () => {
  const properties = valid.properties;
  const deep = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`);
  it.each([
    ['not_an_object', 7],
    ['not_an_object', [valid]],
    ['event_name_missing', { ...valid, event: '' }],
    ['event_name_missing', { ...valid, event: 'x'.repeat(201) }],
    ['distinct_id_missing', { ...valid, properties: {} }],
    ['uuid_invalid', { ...valid, uuid: 'one' }],
    ['uuid_invalid', { ...valid, uuid: 1 }],
    ['timestamp_invalid', { ...valid, timestamp: 'yesterday' }],
    ['too_old', { ...valid, timestamp: '2019-01-01T00:00:00Z' }],
    ['properties_invalid', { ...valid, properties: 'none' }],
    ['properties_invalid', { ...valid, event: 'x', properties: { ...properties, deep } }],
    [
      'properties_too_large',
      { ...valid, properties: { ...properties, pad: 'x'.repeat(MAX_PROPERTIES_LENGTH) } },
    ],
  ])('is a dead letter: %s', (reason, raw) => {
    expect(reasonOf(raw)).toBe(reason);
  });

  it('never stops the pipeline: any value becomes a row or nothing', () => {
    const almost = fc.record(
      { event: fc.anything(), uuid: fc.anything(), timestamp: fc.anything(), properties: fc.anything() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), almost), (raw) => {
        const letter = processEvent(raw, context);
        if (letter !== null) expect(Array.isArray(JSON.parse(letter.row))).toBe(true);
      }),
    );
  });

  it('never puts half a surrogate pair into a column', () => {
    const broken = { ...valid, properties: { ...properties, $pathname: '/\ud800', distinct_id: 'a\udc00' } };
    expect(columnsOf(broken)).toMatchObject({ path: '/\ufffd', distinct_id: 'a\ufffd' });
  });
});

describe('the same event sent again', () => {
  it('has the same id though it was sent later', () => {
    const later = { ...context, sentAtMs: receivedAtMs + 5_000, receivedAtMs: receivedAtMs + 5_060 };
    const { uuid: _, ...withoutId } = valid;
    expect(columnsOf(withoutId, later).uuid).toBe(columnsOf(withoutId).uuid);
  });

  it('has another id when anything in it differs', () => {
    const { uuid: _, ...withoutId } = valid;
    const other = { ...withoutId, properties: { ...valid.properties, priceMinor: 2000 } };
    expect(columnsOf(other).uuid).not.toBe(columnsOf(withoutId).uuid);
  });

  it('is its own when it has neither id nor time', () => {
    const { uuid: _, timestamp: __, ...bare } = valid;
    expect(columnsOf(bare).uuid).not.toBe(columnsOf(bare).uuid);
  });
});

describe('the clock of an event', () => {
  const moments = fc.integer({ min: receivedAtMs - MAX_AGE_MS / 2, max: receivedAtMs });
  const skews = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 });

  it('does not depend on how wrong the client’s clock is', () => {
    fc.assert(
      fc.property(moments, skews, fc.integer({ min: 0, max: 5_000 }), (trueMs, skewMs, latencyMs) => {
        const sentAtMs = receivedAtMs - latencyMs;
        const corrected = correctClock(
          new Date(trueMs + skewMs).toISOString(),
          sentAtMs + skewMs,
          receivedAtMs,
        );
        const expected = Math.min(trueMs + latencyMs, receivedAtMs);
        expect(corrected).toEqual({ ok: true, timestampMs: expected });
      }),
    );
  });

  it('is never ahead of ours', () => {
    fc.assert(
      fc.property(fc.anything(), fc.option(fc.integer()), (timestamp, sentAtMs) => {
        const corrected = correctClock(timestamp, sentAtMs, receivedAtMs);
        if (corrected.ok) expect(corrected.timestampMs).toBeLessThanOrEqual(receivedAtMs);
      }),
    );
  });

  it('is the moment of arrival when the client states none', () => {
    expect(correctClock(undefined, null, receivedAtMs)).toEqual({ ok: true, timestampMs: receivedAtMs });
  });
});

describe('enrichment', () => {
  it.each([
    ['direct', { $referring_domain: '$direct' }],
    ['direct', { $referring_domain: 'plaza.test', $host: 'plaza.test' }],
    ['search', { $referring_domain: 'www.google.com' }],
    ['social', { $referring_domain: 'www.reddit.com' }],
    ['referral', { $referring_domain: 'blog.example.org' }],
    ['email', { utm_medium: 'email', $referring_domain: 'mail.example.org' }],
    ['paid', { gclid: 'x', $referring_domain: 'www.google.com' }],
    ['', {}],
  ])('tells the channel: %s', (channel, properties) => {
    const raw = { ...valid, properties: { ...valid.properties, ...properties } };
    expect(columnsOf(raw).channel).toBe(channel);
  });

  it.each([
    ['server', { $lib: 'posthog-node' }, ''],
    ['tablet', { $device_type: 'Tablet' }, ''],
    ['tablet', {}, 'Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X)'],
    ['desktop', {}, 'Mozilla/5.0 (X11; Linux x86_64)'],
    ['', {}, 'curl/8'],
  ])('tells the device: %s', (device, properties, userAgent) => {
    const raw = { ...valid, properties: { ...valid.properties, ...properties } };
    expect(columnsOf(raw, { ...context, sender: readSender(userAgent, '') }).device).toBe(device);
  });

  it.each([
    ['autumn', { utm_campaign: 'autumn', utm_source: 'newsletter' }],
    ['newsletter', { utm_source: 'newsletter' }],
    ['', {}],
  ])('tells the campaign: %s', (campaign, properties) => {
    const raw = { ...valid, properties: { ...valid.properties, ...properties } };
    expect(columnsOf(raw).campaign).toBe(campaign);
  });

  it('says of a server neither its country nor that it is a program', () => {
    const sender = readSender('python-requests/2', 'DE');
    const inLibrary = ($lib: string) =>
      columnsOf({ ...valid, properties: { ...valid.properties, $lib } }, { ...context, sender });
    expect(inLibrary('posthog-python')).toMatchObject({ country: '', is_bot: false });
    expect(inLibrary('web')).toMatchObject({ country: 'DE', is_bot: true });
  });

  it('keeps which catalogue the sender knew', () => {
    const properties = { ...valid.properties, catalogueVersion: 2 };
    expect(columnsOf({ ...valid, properties }).catalogue_version).toBe(2);
    expect(columnsOf(valid).catalogue_version).toBe(0);
  });

  it('gives half an hour of one person one session when the client knows none', () => {
    const { $session_id: _, ...properties } = valid.properties;
    const at = (timestamp: string) => columnsOf({ ...valid, timestamp, properties }).session_id;
    expect(at('2026-11-20T11:31:00Z')).toBe(at('2026-11-20T11:59:00Z'));
    expect(at('2026-11-20T11:31:00Z')).not.toBe(at('2026-11-20T10:31:00Z'));
  });
});
