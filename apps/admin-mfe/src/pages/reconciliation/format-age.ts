import { reconciliationMessages as texts } from './messages.ts';

const MINUTE_S = 60;
const HOUR_S = 3_600;

/** A time that has passed, in its largest whole unit. */
export function formatAge(ageMs: number): string {
  const seconds = Math.round(ageMs / 1_000);
  if (seconds < 2 * MINUTE_S) return texts.seconds(seconds);
  if (seconds < 2 * HOUR_S) return texts.minutes(Math.floor(seconds / MINUTE_S));
  return texts.hours(Math.floor(seconds / HOUR_S));
}
