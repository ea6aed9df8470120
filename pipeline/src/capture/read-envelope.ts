import { readTime } from '../steps/correct-clock.ts';
import { isRecord } from '../steps/read-value.ts';

/** What a capture request carries, whichever of the SDKs' shapes it came in. */
export interface Envelope {
  /** The project's key as the client sent it; null when there is none. */
  apiKey: string | null;
  /** The client's clock at sending, in milliseconds; null when it did not say. */
  sentAtMs: number | null;
  events: readonly unknown[];
}

/** What a request says outside of its body. */
export interface Around {
  /** The address's own `sent_at` or `_`, or a header; used when the body has none. */
  sentAt: string | undefined;
  /** The key in the address or in the `Authorization` header. */
  apiKey: string | undefined;
  /** `posthog-node`, where the events themselves do not say it. */
  library: string | undefined;
}

/**
 * Finds events, key and time of sending in a decoded body: `{api_key, batch, sent_at}`, `{api_key, event, …}`,
 * `{data: […]}` or a bare list.
 * @returns null when there is no event in it
 */
export function readEnvelope(body: unknown, around: Around): Envelope | null {
  const events = readEvents(body);
  if (events === null) return null;
  const [first] = events;
  const stated = isRecord(body) ? (body.sent_at ?? body.sentAt) : undefined;
  const ofFirst = isRecord(first) ? first.sent_at : undefined;
  return {
    apiKey: readKey(body) ?? readKey(first) ?? around.apiKey ?? null,
    sentAtMs: readTime(stated ?? ofFirst ?? around.sentAt),
    events: events.map((event) => toEvent(event, around.library)),
  };
}

function readEvents(body: unknown): readonly unknown[] | null {
  if (Array.isArray(body)) return body;
  if (!isRecord(body)) return null;
  if (Array.isArray(body.batch)) return body.batch;
  if (Array.isArray(body.data)) return body.data;
  return 'event' in body || '$distinct_id' in body ? [body] : null;
}

function readKey(value: unknown): string | null {
  if (!isRecord(value)) return null;
  const properties = isRecord(value.properties) ? value.properties : {};
  for (const key of [value.api_key, value.token, value.$token, properties.token]) {
    if (typeof key === 'string' && key !== '') return key;
  }
  return null;
}

/** Two shapes differ from all others: what is said about a person (`/engage`), and the second protocol's events. */
function toEvent(raw: unknown, library: string | undefined): unknown {
  if (!isRecord(raw)) return raw;
  if (raw.event === undefined && typeof raw.$distinct_id === 'string') {
    const { $distinct_id, $set, $set_once } = raw;
    return { ...raw, event: '$identify', distinct_id: $distinct_id, properties: { $set, $set_once } };
  }
  if (!isRecord(raw.options)) return raw;
  const properties = {
    ...(isRecord(raw.properties) ? raw.properties : {}),
    ...(library === undefined ? {} : { $lib: library }),
    ...(raw.session_id === undefined ? {} : { $session_id: raw.session_id }),
    ...(raw.options.disable_skew_correction === true ? { $ignore_sent_at: true } : {}),
  };
  return { ...raw, properties };
}
