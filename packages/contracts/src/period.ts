import { z } from 'zod';

/** A year and a month, so that a year can be compared with the one before, day by day. */
export const MAX_PERIOD_DAYS = 400;
/** Periods that have a short name: the last so many days, today included. */
export const PERIOD_PRESETS = [7, 30, 90] as const;
const DEFAULT_DAYS = 30;
const DAY_MS = 86_400_000;
// What the stores of figures can write as a day, with room for the period before.
const FIRST_DAY = '2000-01-01';
const LAST_DAY = '2100-01-01';

/** Days that figures are about: UTC dates, both inclusive. */
export const periodSchema = z
  .object({ from: z.iso.date(), to: z.iso.date() })
  .refine(({ from, to }) => from <= to, { error: 'The first day comes after the last.' })
  .refine(({ from, to }) => from >= FIRST_DAY && to <= LAST_DAY, {
    error: `Choose days from ${FIRST_DAY} to ${LAST_DAY}.`,
  })
  .refine((period) => countDays(period) <= MAX_PERIOD_DAYS, {
    error: `Choose at most ${MAX_PERIOD_DAYS} days.`,
  });
export type Period = z.infer<typeof periodSchema>;

/** How many days a period has. */
export const countDays = ({ from, to }: { from: string; to: string }): number =>
  (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;

/** @param day `2026-05-31` @param days below zero for earlier */
export const shiftDay = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** The UTC date of a moment: `2026-05-31`. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** Every day of a period, oldest first. */
export const listDays = (period: Period): string[] =>
  Array.from({ length: countDays(period) }, (_, index) => shiftDay(period.from, index));

/** As many days, just before. */
export const periodBefore = (period: Period): Period => ({
  from: shiftDay(period.from, -countDays(period)),
  to: shiftDay(period.from, -1),
});

/** The last days up to today, which is one of them. */
export const lastDays = (days: number, now: Date): Period => ({
  from: shiftDay(dayOf(now), 1 - days),
  to: dayOf(now),
});

/**
 * The period that an address asks for, by `from` and `to` or by `days` up to today; the last 30 days for anything else.
 * Days to come are left off.
 */
export function readPeriod(search: Readonly<Record<string, string>>, now: Date): Period {
  const [today, to = ''] = [dayOf(now), search.to];
  const stated = periodSchema.safeParse({ from: search.from, to: to > today ? today : to });
  if (stated.success) return stated.data;
  const days = z.coerce.number().pipe(z.int().min(1).max(MAX_PERIOD_DAYS)).safeParse(search.days);
  return lastDays(days.success ? days.data : DEFAULT_DAYS, now);
}

/** How an address asks for a period: by a short name where it has one, which moves on with the days. */
export function periodSearch(period: Period, now: Date): { days: number } | Period {
  const days = countDays(period);
  const isNamed = PERIOD_PRESETS.some((preset) => preset === days) && period.to === dayOf(now);
  return isNamed ? { days } : { from: period.from, to: period.to };
}
