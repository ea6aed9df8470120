import { z } from 'zod';
import { parseRows, type Query, toJson } from '../platform/query.ts';

/** Keeps an event; one that is here already stays as it is. */
export async function storeEvent(
  query: Query,
  event: { id: string; type: string; payload: unknown; receivedAt: Date },
): Promise<void> {
  await query`
    insert into stripe_event (id, type, payload, received_at)
    values (${event.id}, ${event.type}, ${toJson(event.payload)}::jsonb, ${event.receivedAt.toISOString()}::timestamptz)
    on conflict (id) do nothing`;
}

const claimedSchema = z.object({ type: z.string(), payload: z.unknown() });

/** Takes an event for handling in this transaction; null when it has been handled. */
export async function claimEvent(query: Query, eventId: string, now: Date) {
  const rows = await query`
    update stripe_event set handled_at = ${now.toISOString()}::timestamptz, attempts = attempts + 1, last_error = null
    where id = ${eventId} and handled_at is null
    returning type, payload`;
  return parseRows(claimedSchema, rows)[0] ?? null;
}

export async function saveHandlingError(query: Query, eventId: string, message: string): Promise<void> {
  await query`
    update stripe_event set attempts = attempts + 1, last_error = ${message.slice(0, 500)}
    where id = ${eventId} and handled_at is null`;
}

/** Events that could not be handled, oldest first; the n-th attempt is due 2^n seconds after the event came. */
export async function listRetryableEvents(
  query: Query,
  input: { now: Date; maxAttempts: number; limit: number },
): Promise<string[]> {
  const rows = await query`
    select id from stripe_event
    where handled_at is null and attempts < ${input.maxAttempts}
      and received_at + make_interval(secs => 2 ^ (attempts + 1)) <= ${input.now.toISOString()}::timestamptz
    order by received_at limit ${input.limit}`;
  return parseRows(z.object({ id: z.string() }), rows).map((row) => row.id);
}
