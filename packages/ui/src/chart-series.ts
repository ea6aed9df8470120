import { formatCount, formatCountShort, formatMoney, formatMoneyShort, formatShare } from './format.ts';

/** How a chart writes its values: in full for people who look closely, short along the axis. */
export interface ValueFormat {
  full: (value: number) => string;
  short: (value: number) => string;
  /** Only whole values are possible, so that an axis has no half steps. */
  whole: boolean;
}

/** Values in integer minor units of a currency. */
export function moneyFormat(currency: string, locale?: string): ValueFormat {
  return {
    full: (value) => formatMoney(Math.round(value), currency, locale),
    short: (value) => formatMoneyShort(value, currency, locale),
    whole: true,
  };
}

/** Whole numbers: orders, views. */
export function countFormat(locale?: string): ValueFormat {
  return {
    full: (value) => formatCount(value, locale),
    short: (value) => formatCountShort(value, locale),
    whole: true,
  };
}

/** Shares from 0 to 1, written as percentages. */
export function shareFormat(locale?: string): ValueFormat {
  return {
    full: (value) => formatShare(value, locale),
    short: (value) => formatShare(value, locale),
    whole: false,
  };
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

/**
 * The value that the axis of a line must reach. What is counted can only grow until a period is over, so that even the
 * unfinished end belongs in sight. A share of an unfinished period may be anything, such as all of one visitor, and
 * must not press everything else to the ground.
 */
export function highestOf(points: readonly TrendPoint[], { whole }: Pick<ValueFormat, 'whole'>): number {
  const highest = (values: readonly number[]) => Math.max(0, ...values);
  const before = points.map((point) => point.before ?? 0);
  const settled = highest([
    ...points.filter((point) => whole || !point.partial).map((point) => point.value),
    ...before,
  ]);
  return settled > 0 ? settled : highest(points.map((point) => point.value));
}

/**
 * Splits a line where the last period is not over yet, so that the end can be drawn dashed.
 * @param top where the axis ends; an unfinished value above it is drawn there
 */
export function trendRows(points: readonly TrendPoint[], top: number = Number.POSITIVE_INFINITY): TrendRow[] {
  const last = points.length - 1;
  const openEnd = points[last]?.partial === true;
  return points.map((point, index) => ({
    label: point.label,
    value: point.value,
    settled: openEnd && index === last ? null : point.value,
    open: openEnd && index >= last - 1 ? Math.min(point.value, top) : null,
    before: point.before ?? null,
  }));
}

/**
 * Round values for a vertical axis: 0 and up to five steps of 1, 2, 2.5 or 5 times a power of ten.
 * @param highest the largest value to show; the last step is at or above it
 * @param whole whether steps are at least 1 and whole
 */
export function axisTicks(highest: number, whole: boolean): number[] {
  const floor = whole ? 1 : 0.001;
  const rough = Math.max(highest / 5, floor);
  const power = 10 ** Math.floor(Math.log10(rough));
  const steps = [1, 2, 2.5, 5, 10].map((factor) => factor * power);
  const step =
    steps.find((candidate) => candidate >= rough && (!whole || Number.isInteger(candidate))) ?? rough;
  const count = Math.max(1, Math.ceil(highest / step));
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

const LABEL_CHARACTER_PX = 7.5;
const LABEL_GAP_PX = 10;

/** Room for the labels of a value axis, in pixels. Reckoned: what is measured before the typeface has come is too narrow. */
export const axisWidth = (labels: readonly string[]): number =>
  Math.ceil(Math.max(1, ...labels.map((label) => label.length)) * LABEL_CHARACTER_PX) + LABEL_GAP_PX;
