import { createHash } from 'node:crypto';
import { newId } from '@plaza/contracts';
import { correctClock } from './correct-clock.ts';
import { deadLetter, type Outcome, ok } from './outcome.ts';
import type { Sender } from './read-sender.ts';
import { isRecord, readText } from './read-value.ts';

/** Longest JSON of one event's properties, in characters. */
export const MAX_PROPERTIES_LENGTH = 64 * 1024;
const MAX_NAME_LENGTH = 200;
const MAX_DISTINCT_ID_LENGTH = 200;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Session recordings and heat maps: Plaza switches them off, an older page may still send them. */
const NOT_KEPT = new Set(['$snapshot', '$snapshot_items', '$$heatmap', '$performance_event']);

/** What one request says about all its events. */
export interface CaptureContext {
  receivedAtMs: number;
  /** The client's clock when it sent the request. */
  sentAtMs: number | null;
  sender: Sender;
  /** Set when a dead letter goes the way again: its id, and when it does. */
  replay?: { letterId: string; atMs: number };
}

/** An event with the shape that every event has. */
export interface ParsedEvent {
  /** Lower case. The same for every attempt to send the same event. */
  uuid: string;
  name: string;
  distinctId: string;
  timestampMs: number;
  properties: Readonly<Record<string, unknown>>;
  propertiesJson: string;
}

/** Takes one element of a capture request apart. Never throws, whatever it is given. */
export function parseEvent(raw: unknown, context: CaptureContext): Outcome<ParsedEvent> {
  if (!isRecord(raw)) return deadLetter('not_an_object', `is ${raw === null ? 'null' : typeof raw}`);
  const name = raw.event;
  if (typeof name !== 'string' || name === '' || name.length > MAX_NAME_LENGTH) {
    return deadLetter('event_name_missing', `event must be 1 to ${MAX_NAME_LENGTH} characters`);
  }
  if (NOT_KEPT.has(name)) return { kind: 'drop', reason: 'not_kept' };
  const properties = raw.properties ?? {};
  if (!isRecord(properties)) return deadLetter('properties_invalid', 'properties must be an object');
  const distinctId = readDistinctId(raw.distinct_id ?? properties.distinct_id ?? properties.$distinct_id);
  if (distinctId === null) {
    return deadLetter('distinct_id_missing', `distinct_id must be 1 to ${MAX_DISTINCT_ID_LENGTH} characters`);
  }
  const propertiesJson = stringify(properties);
  if (propertiesJson === null) return deadLetter('properties_invalid', 'properties are nested too deeply');
  if (propertiesJson.length > MAX_PROPERTIES_LENGTH) {
    return deadLetter('properties_too_large', `${propertiesJson.length} characters of properties`);
  }
  // A client that knows its clock to be right says so.
  const sentAtMs = properties.$ignore_sent_at === true ? null : context.sentAtMs;
  const time = correctClock(raw.timestamp, sentAtMs, context.receivedAtMs);
  if (!time.ok) {
    const reason = time.reason === 'too_old' ? 'too_old' : 'timestamp_invalid';
    return deadLetter(reason, `timestamp ${String(stringify(raw.timestamp)).slice(0, 60)}`);
  }
  const uuid = readUuid(raw, context, [name, distinctId, String(raw.timestamp), propertiesJson]);
  if (uuid === null) return deadLetter('uuid_invalid', 'uuid must be a UUID');
  return ok({
    uuid,
    name: readText(name, MAX_NAME_LENGTH),
    distinctId,
    timestampMs: time.timestampMs,
    properties,
    propertiesJson,
  });
}

function readDistinctId(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || text === '' || text.length > MAX_DISTINCT_ID_LENGTH) return null;
  return readText(text, MAX_DISTINCT_ID_LENGTH);
}

/**
 * An old client sends no id. Its content stands in, so that a second attempt is still known; without a time of its own
 * two equal events could not be told apart, so each is its own.
 */
function readUuid(
  raw: Readonly<Record<string, unknown>>,
  { replay }: CaptureContext,
  content: readonly string[],
): string | null {
  const { timestamp } = raw;
  // Two SDKs call it by another name.
  const uuid = raw.uuid ?? (isUuid(raw.messageId) ? raw.messageId : undefined);
  if (typeof uuid === 'string') return isUuid(uuid) ? uuid.toLowerCase() : null;
  if (uuid !== undefined && uuid !== null) return null;
  if (timestamp === undefined || timestamp === null) return replay?.letterId ?? newId();
  return contentId(content);
}

const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

/** A UUID (version 8) that depends on the parts alone. */
export function contentId(parts: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const variant = ((Number.parseInt(hash.slice(16, 17), 16) & 3) | 8).toString(16);
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

function stringify(value: unknown): string | null {
  try {
    return JSON.stringify(value);
  } catch {
    return null;
  }
}
