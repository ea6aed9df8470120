import { enrichEvent } from './enrich-event.ts';
import { type Letter, toEventLetter } from './letter.ts';
import { type Outcome, ok } from './outcome.ts';
import { type CaptureContext, parseEvent } from './parse-event.ts';
import { scrubEvent } from './scrub-event.ts';
import { validateEvent } from './validate-event.ts';

/**
 * The way of one captured event, from what a client sent to a row. A step answers `ok` with what the next ones work on,
 * `drop` for what is left out on purpose, or `dead_letter` with a reason; the last two end the way. Never throws.
 *
 * 1. Parse: shape, name, sender, id, and the moment by our clock.
 * 2. Scrub: personal data out of it, before anything of it becomes a column.
 * 3. Validate: what the catalogue lists must be as it says; other names pass, marked as unknown.
 * 4. Enrich: session, device, channel and campaign, country, robot or not, micro-frontend.
 * 5. Write out: the row, as ClickHouse reads it.
 *
 * Deduplication needs memory beyond one event: it follows where rows are stored (capture/letter-writer.ts). A dead
 * letter is kept there too, and can go this way again (dead-letters/).
 */
export function runSteps(raw: unknown, context: CaptureContext): Outcome<Letter> {
  const parsed = parseEvent(raw, context);
  if (parsed.kind !== 'ok') return parsed;
  const scrubbed = scrubEvent(parsed.value);
  if (scrubbed.kind !== 'ok') return scrubbed;
  const event = scrubbed.value;
  const validated = validateEvent(event);
  if (validated.kind !== 'ok') return validated;
  const enrichment = enrichEvent(event, context);
  const storedAtMs = context.replay?.atMs ?? context.receivedAtMs;
  return ok(toEventLetter(event, validated.value, enrichment, storedAtMs));
}
