import { clickstreamSchemas } from '@plaza/events';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, context, receivedAtMs, valid } from '../test-support/raw-event.ts';
import { MAX_PROPERTIES_LENGTH } from './parse-event.ts';
import { processEvent } from './process-event.ts';

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
