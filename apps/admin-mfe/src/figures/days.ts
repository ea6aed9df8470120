import { countDays, type Period, shiftDay } from '@plaza/contracts';
import type { TrendPoint } from '@plaza/ui/chart-series';
import { formatDay } from '@plaza/ui/days';

export interface TrendInput<Day extends { day: string }> {
  days: readonly Day[];
  period: Period;
  /** Today, `2026-05-31`: its point is not over yet. */
  today: string;
  /** The first day on which anything was counted: of the days before it nothing is known, which is not zero. */
  since: string | null;
  value: (day: Day) => number | null;
  /** The same place of the period before. */
  before?: (day: Day) => number | null;
}

/** A measure by day, for a chart. */
export function trendOf<Day extends { day: string }>(input: TrendInput<Day>): TrendPoint[] {
  const { days, period, today, since, value, before } = input;
  return days.map((row) => ({
    label: formatDay(row.day, period),
    value: since === null || row.day < since ? null : value(row),
    before: before && since !== null && shiftDay(row.day, -countDays(period)) >= since ? before(row) : null,
    partial: row.day === today,
  }));
}
