import { enrichEvent } from './enrich-event.ts';
import { type Letter, toDeadLetter, toEventLetter } from './letter.ts';
import type { Outcome } from './outcome.ts';
import { type CaptureContext, parseEvent } from './parse-event.ts';
import { describeValue } from './read-value.ts';
import { validateEvent } from './validate-event.ts';

/**
 * The way of one event: parse, validate, enrich, write out. (Known ids are sorted out when the batch is stored.)
 * @returns the row to store, a dead letter included; null for what is not kept on purpose. Never throws.
 */
export function processEvent(raw: unknown, context: CaptureContext): Letter | null {
  const parsed = parseEvent(raw, context);
  if (parsed.kind !== 'ok') return letterFor(parsed, raw, context);
  const validated = validateEvent(parsed.value);
  if (validated.kind !== 'ok') return letterFor(validated, raw, context);
  const enrichment = enrichEvent(parsed.value, context);
  return toEventLetter(parsed.value, validated.value, enrichment, context.receivedAtMs);
}

function letterFor(
  outcome: Exclude<Outcome<unknown>, { kind: 'ok' }>,
  raw: unknown,
  context: CaptureContext,
): Letter | null {
  if (outcome.kind === 'drop') return null;
  const { reason, detail } = outcome;
  const { receivedAtMs } = context;
  return toDeadLetter({ source: 'capture', reason, detail, payload: describeValue(raw), receivedAtMs });
}
