import { z } from 'zod';
import { parseRows, type Query, toJson } from '../platform/query.ts';

export interface ReceivedEvent {
  id: string;
  type: string;
  payload: unknown;
}

/**
 * Takes an event for handling in this transaction: stored, if it is new, and marked as handled. False when it has been
 * handled before, or is being handled and succeeds.
 */
export async function claimEvent(query: Query, event: ReceivedEvent, now: Date): Promise<boolean> {
  const at = now.toISOString();
  const rows = await query`
    insert into stripe_event (id, type, payload, received_at, handled_at, attempts)
    values (${event.id}, ${event.type}, ${toJson(event.payload)}::jsonb, ${at}::timestamptz, ${at}::timestamptz, 1)
    on conflict (id) do update set handled_at = excluded.handled_at, attempts = stripe_event.attempts + 1,
      last_error = null
      where stripe_event.handled_at is null
    returning id`;
  return rows.length > 0;
}

/** Keeps an event that could not be handled, with the reason. */
export async function keepUnhandled(
  query: Query,
  event: ReceivedEvent,
  failure: { message: string; now: Date },
): Promise<void> {
  const message = failure.message.slice(0, 500);
  await query`
    insert into stripe_event (id, type, payload, received_at, attempts, last_error)
    values (${event.id}, ${event.type}, ${toJson(event.payload)}::jsonb, ${failure.now.toISOString()}::timestamptz, 1,
      ${message})
    on conflict (id) do update set attempts = stripe_event.attempts + 1, last_error = excluded.last_error
      where stripe_event.handled_at is null`;
}

const receivedSchema = z.object({ id: z.string(), type: z.string(), payload: z.unknown() });
/** Events that could not be handled, oldest first; the n-th attempt is due 2^n seconds after the event came. */
export async function listRetryableEvents(
  query: Query,
  input: { now: Date; maxAttempts: number; limit: number },
): Promise<ReceivedEvent[]> {
  const rows = await query`
    select id, type, payload from stripe_event
    where handled_at is null and attempts < ${input.maxAttempts}
      and received_at + make_interval(secs => 2 ^ (attempts + 1)) <= ${input.now.toISOString()}::timestamptz
    order by received_at limit ${input.limit}`;
  return parseRows(receivedSchema, rows);
}
