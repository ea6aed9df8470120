import type { DeadLetterReason } from '@plaza/contracts';

/** What a step makes of its input: a value for the next step, nothing on purpose, or a letter that says what is wrong. */
export type Outcome<Value> =
  | { kind: 'ok'; value: Value }
  | { kind: 'drop'; reason: DropReason }
  | { kind: 'dead_letter'; reason: DeadLetterReason; detail: string };

/** Kinds of events that browsers may send and Plaza does not keep. */
type DropReason = 'not_kept';

export const ok = <Value>(value: Value): Outcome<Value> => ({ kind: 'ok', value });
export const deadLetter = (reason: DeadLetterReason, detail: string): Outcome<never> => ({
  kind: 'dead_letter',
  reason,
  detail: detail.slice(0, 500),
});
