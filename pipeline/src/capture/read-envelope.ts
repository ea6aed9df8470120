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

/**
 * Finds events, key and time of sending in a decoded body: `{api_key, batch, sent_at}`, `{api_key, event, …}`,
 * `{data: […]}` or a bare list.
 * @param query the address's own `sent_at` or `_`, used when the body has none
 * @returns null when there is no event in it
 */
export function readEnvelope(
  body: unknown,
  query: { sentAt: string | undefined; underscore: string | undefined },
): Envelope | null {
  const events = readEvents(body);
  if (events === null) return null;
  const [first] = events;
  const stated = isRecord(body) ? body.sent_at : undefined;
  const ofFirst = isRecord(first) ? first.sent_at : undefined;
  return {
    apiKey: readKey(body) ?? readKey(first),
    sentAtMs: readTime(stated ?? ofFirst ?? query.sentAt ?? query.underscore),
    events,
  };
}

function readEvents(body: unknown): readonly unknown[] | null {
  if (Array.isArray(body)) return body;
  if (!isRecord(body)) return null;
  if (Array.isArray(body.batch)) return body.batch;
  if (Array.isArray(body.data)) return body.data;
  return 'event' in body ? [body] : null;
}

function readKey(value: unknown): string | null {
  if (!isRecord(value)) return null;
  const properties = isRecord(value.properties) ? value.properties : {};
  for (const key of [value.api_key, value.token, properties.token]) {
    if (typeof key === 'string' && key !== '') return key;
  }
  return null;
}
