import { formatCount, formatCountShort, formatMoney, formatMoneyShort, formatShare } from './format.ts';

/** How a chart writes its values: in full for people who look closely, short along the axis. */
export interface ValueFormat {
  full: (value: number) => string;
  short: (value: number) => string;
}

/** Values in integer minor units of a currency. */
export function moneyFormat(currency: string, locale?: string): ValueFormat {
  return {
    full: (value) => formatMoney(Math.round(value), currency, locale),
    short: (value) => formatMoneyShort(value, currency, locale),
  };
}

/** Whole numbers: orders, views. */
export function countFormat(locale?: string): ValueFormat {
  return { full: (value) => formatCount(value, locale), short: (value) => formatCountShort(value, locale) };
}

/** Shares from 0 to 1, written as percentages. */
export function shareFormat(locale?: string): ValueFormat {
  return { full: (value) => formatShare(value, locale), short: (value) => formatShare(value, locale) };
}

export interface TrendPoint {
  /** Written under the axis and in the table: "12 May". */
  label: string;
  value: number;
  /** The value at the same place of the period before. */
  before?: number | null | undefined;
  /** Not over yet, such as today: drawn dashed. Only ever true of the last point. */
  partial?: boolean | undefined;
}

export interface TrendRow {
  label: string;
  value: number;
  /** What is certain; null where the period is not over. */
  settled: number | null;
  /** The last certain point and the one that is not over. */
  open: number | null;
  before: number | null;
}

/** Splits a line where the last period is not over yet, so that the end can be drawn dashed. */
export function trendRows(points: readonly TrendPoint[]): TrendRow[] {
  const last = points.length - 1;
  const openEnd = points[last]?.partial === true;
  return points.map((point, index) => ({
    label: point.label,
    value: point.value,
    settled: openEnd && index === last ? null : point.value,
    open: openEnd && index >= last - 1 ? point.value : null,
    before: point.before ?? null,
  }));
}
