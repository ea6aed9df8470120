import { type Letter, toDeadLetter } from './letter.ts';
import type { CaptureContext } from './parse-event.ts';
import { describeValue } from './scrub-event.ts';
import { runSteps } from './steps.ts';

/**
 * Takes an event through all steps.
 * @returns the row to store, a dead letter included; null for what is not kept on purpose. Never throws.
 */
export function processEvent(raw: unknown, context: CaptureContext): Letter | null {
  const outcome = runSteps(raw, context);
  if (outcome.kind === 'ok') return outcome.value;
  if (outcome.kind === 'drop') return null;
  const { reason, detail } = outcome;
  const { receivedAtMs } = context;
  return toDeadLetter({
    source: 'capture',
    reason,
    detail,
    payload: describeValue(raw),
    receivedAtMs,
    context,
  });
}
