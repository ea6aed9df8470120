import type { DeadLetterReason } from '@plaza/contracts';
import type { Enrichment } from './enrich-event.ts';
import { type CaptureContext, contentId, type ParsedEvent } from './parse-event.ts';
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
  'trials',
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
    known.trials,
    known.searchQuery,
    known.resultCount,
    event.propertiesJson,
  ];
  return { table: 'events', id: event.uuid, row: JSON.stringify(row) };
}

export const DEAD_LETTER_COLUMNS = [
  'id',
  'source',
  'reason',
  'detail',
  'payload',
  'context',
  'received_at',
] as const;
/** What fits is whole and can go the way again; of what does not, the beginning is kept to look at. */
const MAX_PAYLOAD_LENGTH = 96 * 1024;
const CUT_PAYLOAD_LENGTH = 4_096;

/** What a dead letter needs besides its payload to go the way again. */
type LetterContext = Pick<CaptureContext, 'sentAtMs' | 'sender'>;

/** @param payload what was sent, as text; kept up to a bound */
export function toDeadLetter(input: {
  source: 'capture' | 'outbox';
  reason: DeadLetterReason;
  detail: string;
  payload: string;
  receivedAtMs: number;
  context?: LetterContext;
}): Letter {
  const { source, reason, receivedAtMs } = input;
  const isWhole = input.payload.length <= MAX_PAYLOAD_LENGTH;
  const payload = readText(input.payload, isWhole ? MAX_PAYLOAD_LENGTH : CUT_PAYLOAD_LENGTH);
  const detail = readText(input.detail, 500);
  const id = contentId([source, reason, input.payload]);
  const context = input.context === undefined ? '' : writeContext(input.context);
  const row = JSON.stringify([id, source, reason, detail, payload, context, receivedAtMs]);
  return { table: 'dead_letters', id, row };
}

const writeContext = ({ sentAtMs, sender }: LetterContext): string => JSON.stringify({ sentAtMs, sender });
