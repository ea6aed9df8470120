import { type SalesEvent, salesEventSchema } from '@plaza/events';
import { z } from 'zod';
import { EVENT_COLUMNS, type Letter } from '../steps/letter.ts';
import { UNKNOWN_SENDER } from '../steps/read-sender.ts';
import { isRecord } from '../steps/read-value.ts';
import { runSteps } from '../steps/steps.ts';

/** A dead letter as it is kept. */
export const keptLetterSchema = z.object({
  id: z.string(),
  source: z.enum(['capture', 'outbox']),
  reason: z.string(),
  payload: z.string(),
  context: z.string(),
  receivedAtMs: z.coerce.number(),
});
export type KeptLetter = z.infer<typeof keptLetterSchema>;

const contextSchema = z.object({
  sentAtMs: z.number().nullable(),
  sender: z.object({
    device: z.enum(['desktop', 'mobile', 'tablet', 'server', '']),
    isBot: z.boolean(),
    country: z.string(),
  }),
});

/** What becomes of a dead letter with the steps as they are now. */
export type ReadAgain =
  | { kind: 'event'; letter: Letter }
  | { kind: 'fact'; fact: SalesEvent }
  | { kind: 'refused'; detail: string };

/** Takes a letter through the steps again, as if it had arrived when it did. Never throws. */
export function readAgain(letter: KeptLetter, nowMs: number): ReadAgain {
  const payload = readJson(letter.payload);
  if (payload === undefined || letter.reason === 'body_unreadable') {
    return { kind: 'refused', detail: 'not whole enough to be read' };
  }
  if (letter.source === 'outbox') {
    const fact = salesEventSchema.safeParse(payload);
    if (fact.success) return { kind: 'fact', fact: fact.data };
    return { kind: 'refused', detail: fact.error.issues[0]?.message ?? '' };
  }
  if (letter.reason === 'refused_by_store') return readRow(payload, nowMs);
  const stated = contextSchema.safeParse(readJson(letter.context));
  const outcome = runSteps(payload, {
    receivedAtMs: letter.receivedAtMs,
    ...(stated.success ? stated.data : { sentAtMs: null, sender: UNKNOWN_SENDER }),
    replay: { letterId: letter.id, atMs: nowMs },
  });
  if (outcome.kind === 'ok') return { kind: 'event', letter: outcome.value };
  if (outcome.kind === 'drop') return { kind: 'refused', detail: 'is not kept on purpose' };
  return { kind: 'refused', detail: `${outcome.reason}: ${outcome.detail}` };
}

/** A row that had gone all the way, and that ClickHouse refused. */
function readRow(payload: unknown, nowMs: number): ReadAgain {
  if (!isRecord(payload) || typeof payload.uuid !== 'string') {
    return { kind: 'refused', detail: 'is no row of events' };
  }
  const values = new Map(Object.entries({ ...payload, received_at: nowMs }));
  const row = EVENT_COLUMNS.map((column) => values.get(column) ?? null);
  return { kind: 'event', letter: { table: 'events', id: payload.uuid, row: JSON.stringify(row) } };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
