import type { SellerDashboard } from '@plaza/contracts';

type Day = SellerDashboard['byDay'][number];
export type Measure = 'revenueMinor' | 'orders' | 'views' | 'conversion';

/** A day of a chart; `before` is the same place in the period before. */
export interface Point {
  label: string;
  value: number;
  before: number | null;
  /** True of today, which is not over. */
  partial: boolean;
}

// Days of the figures are UTC, wherever they are read.
const dayFormat = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' });

/**
 * One measure by day.
 * @param byDay the period, oldest first; its last day is today
 * @param longer the days of a longer period up to the same day, from which the period before is taken; null when there
 *   is none
 */
export function trendOf(byDay: readonly Day[], longer: readonly Day[] | null, measure: Measure): Point[] {
  const valuesBefore = new Map(longer?.map((day) => [day.day, day[measure]]));
  return byDay.map((day, index) => ({
    label: dayFormat.format(new Date(day.day)),
    value: day[measure] ?? 0,
    before: valuesBefore.get(daysEarlier(day.day, byDay.length)) ?? null,
    partial: index === byDay.length - 1,
  }));
}

/** The day with the highest value among those that are over; null when they are all at zero. */
export function bestDayOf(points: readonly Point[]): Point | null {
  return points
    .filter((point) => !point.partial)
    .reduce<Point | null>((high, point) => (point.value > (high?.value ?? 0) ? point : high), null);
}

const DAY_MS = 86_400_000;

/** @param day `2026-05-31` */
const daysEarlier = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);
