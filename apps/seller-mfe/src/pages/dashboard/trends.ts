import { dayOf, type SalesDay, type SellerSales } from '@plaza/contracts';
import type { TrendPoint } from '@plaza/ui/chart-series';
import { formatDay } from '@plaza/ui/days';

export type Measure = 'revenueMinor' | 'orders' | 'visitors' | 'conversion';

// Days of the figures are UTC, wherever they are read.
const longFormat = new Intl.DateTimeFormat('en-US', {
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  timeZone: 'UTC',
});

/** `Sat, Nov 21`. @param day `2026-11-21` */
export const formatLongDay = (day: string): string => longFormat.format(new Date(day));

/** Whether a day is not over yet. */
export const isToday = (day: string, { asOf }: Pick<SellerSales, 'asOf'>): boolean =>
  day === dayOf(new Date(asOf));

/** Whether there was anything to count on that day: earlier days are unknown, which is not zero. */
export const isKnown = (day: string, { dataSince }: Pick<SellerSales, 'dataSince'>): boolean =>
  dataSince !== null && day >= dataSince;

/** Whether the whole period before is known, so that it can be compared with. */
export const isBeforeKnown = ({ previousByDay, dataSince }: SellerSales): boolean => {
  const [first] = previousByDay;
  return first !== undefined && isKnown(first.day, { dataSince });
};

/** One measure by day, each beside the same place in the period before. */
export function trendOf(sales: SellerSales, measure: Measure): TrendPoint[] {
  const read = (day: SalesDay) => (isKnown(day.day, sales) ? (day[measure] ?? 0) : null);
  const before = sales.previousByDay.map(read);
  // A single point is no line.
  const hasLine = before.filter((value) => value !== null).length > 1;
  return sales.byDay.map((day, index) => ({
    label: formatDay(day.day, sales.period),
    value: read(day),
    before: hasLine ? (before[index] ?? null) : null,
    partial: isToday(day.day, sales),
  }));
}

/** The best of the days that are over; null when they are all at zero. */
export const bestDayOf = (points: readonly TrendPoint[]): { label: string; value: number } | null =>
  points
    .filter((point) => !point.partial)
    .reduce<{ label: string; value: number } | null>(
      (high, { label, value }) => ((value ?? 0) > (high?.value ?? 0) ? { label, value: value ?? 0 } : high),
      null,
    );

/** `revenue-2026-11-01-to-2026-11-20`: the name of a file of these figures. */
export const fileNameOf = (what: string, { from, to }: SellerSales['period']): string =>
  `${what}-${from}-to-${to}`;
