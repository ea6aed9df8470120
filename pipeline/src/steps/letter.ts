import type { Enrichment } from './enrich-event.ts';
import type { DeadLetterReason } from './outcome.ts';
import { contentId, type ParsedEvent } from './parse-event.ts';
import { readText } from './read-value.ts';
import type { KnownProperties } from './validate-event.ts';

/** A row on its way to ClickHouse, already written out. */
export interface Letter {
  table: 'events' | 'dead_letters';
  /** UUID. The same for every attempt to bring the same row. */
  id: string;
  /** One JSON array in the order of the table's columns below. */
  row: string;
}

export const EVENT_COLUMNS = [
  'uuid',
  'event',
  'known',
  'catalogue_version',
  'timestamp',
  'received_at',
  'distinct_id',
  'session_id',
  'seller_id',
  'product_id',
  'variant_id',
  'order_id',
  'currency',
  'price_minor',
  'quantity',
  'path',
  'channel',
  'campaign',
  'country',
  'is_bot',
  'device',
  'mfe',
  'mfe_version',
  'search_query',
  'result_count',
  'properties',
] as const;

export function toEventLetter(
  event: ParsedEvent,
  known: KnownProperties,
  enrichment: Enrichment,
  receivedAtMs: number,
): Letter {
  const row = [
    event.uuid,
    event.name,
    known.known,
    known.catalogueVersion,
    event.timestampMs,
    receivedAtMs,
    event.distinctId,
    enrichment.sessionId,
    known.sellerId,
    known.productId,
    known.variantId,
    known.orderId,
    known.currency,
    known.priceMinor,
    known.quantity,
    enrichment.path,
    enrichment.channel,
    enrichment.campaign,
    enrichment.country,
    enrichment.isBot,
    enrichment.device,
    enrichment.mfe,
    enrichment.mfeVersion,
    known.searchQuery,
    known.resultCount,
    event.propertiesJson,
  ];
  return { table: 'events', id: event.uuid, row: JSON.stringify(row) };
}

export const DEAD_LETTER_COLUMNS = ['id', 'source', 'reason', 'detail', 'payload', 'received_at'] as const;
const MAX_PAYLOAD_LENGTH = 4_096;

/** @param payload what was sent, as text; kept up to a bound */
export function toDeadLetter(input: {
  source: 'capture' | 'outbox';
  reason: DeadLetterReason;
  detail: string;
  payload: string;
  receivedAtMs: number;
}): Letter {
  const payload = readText(input.payload, MAX_PAYLOAD_LENGTH);
  const detail = readText(input.detail, 500);
  const id = contentId([input.source, input.reason, input.payload]);
  const row = JSON.stringify([id, input.source, input.reason, detail, payload, input.receivedAtMs]);
  return { table: 'dead_letters', id, row };
}
