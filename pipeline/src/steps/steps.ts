import { enrichEvent } from './enrich-event.ts';
import { type EnrichedEvent, type Letter, toEventLetter } from './letter.ts';
import { type Outcome, ok } from './outcome.ts';
import { type CaptureContext, type ParsedEvent, parseEvent } from './parse-event.ts';
import { type KnownProperties, validateEvent } from './validate-event.ts';

/**
 * The way of one captured event. Each step answers `ok` with what the next one works on, `drop` for what is left out on
 * purpose, or `dead_letter` with a reason; the last two end the way. A dead letter is kept and can go it again.
 *
 * 1. Parse: shape, name, sender, id, and the moment by our clock.
 * 2. Validate: what the catalogue lists must be as it says; other names pass, marked as unknown.
 * 3. Enrich: session, device, channel and campaign, country, robot or not, micro-frontend.
 * 4. Write: the row, as ClickHouse reads it.
 *
 * Deduplication needs memory beyond one event, so it follows where rows are stored (capture/letter-writer.ts).
 */
export const runSteps: Step<unknown, Letter> = inOrder(parseEvent, validate, enrich, write);

type Step<In, Out> = (value: In, context: CaptureContext) => Outcome<Out>;

interface ValidEvent {
  event: ParsedEvent;
  known: KnownProperties;
}

function validate(event: ParsedEvent): Outcome<ValidEvent> {
  const known = validateEvent(event);
  return known.kind === 'ok' ? ok({ event, known: known.value }) : known;
}

function enrich({ event, known }: ValidEvent, context: CaptureContext): Outcome<EnrichedEvent> {
  return ok({ event, known, enrichment: enrichEvent(event, context) });
}

function write(event: EnrichedEvent, { receivedAtMs, replay }: CaptureContext): Outcome<Letter> {
  return ok(toEventLetter(event, replay?.atMs ?? receivedAtMs));
}

function inOrder<A, B, C, D>(
  first: Step<unknown, A>,
  second: Step<A, B>,
  third: Step<B, C>,
  fourth: Step<C, D>,
): Step<unknown, D> {
  return (raw, context) => {
    const a = first(raw, context);
    if (a.kind !== 'ok') return a;
    const b = second(a.value, context);
    if (b.kind !== 'ok') return b;
    const c = third(b.value, context);
    return c.kind === 'ok' ? fourth(c.value, context) : c;
  };
}
