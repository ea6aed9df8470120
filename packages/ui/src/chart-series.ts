import {
  currencyDigits,
  formatCount,
  formatCountShort,
  formatMoney,
  formatMoneyShort,
  formatShare,
} from './format.ts';

/** How a chart writes its values: in full for people who look closely, short along the axis. */
export interface ValueFormat {
  full: (value: number) => string;
  /** @param top the end of the axis, so that all of its labels can have one unit */
  short: (value: number, top?: number) => string;
  /** To be reckoned with, without signs and groups: `1234.50`. */
  plain: (value: number) => string;
  /** Only whole values are possible, so that an axis has no half steps. */
  whole: boolean;
}

/** An amount as a number of its main unit: 123450 is `1234.50`. @param amountMinor integer minor units */
export function plainMoney(amountMinor: number, currency: string): string {
  const digits = currencyDigits(currency);
  return (amountMinor / 10 ** digits).toFixed(digits);
}

/** Values in integer minor units of a currency. */
export function moneyFormat(currency: string, locale?: string): ValueFormat {
  return {
    full: (value) => formatMoney(Math.round(value), currency, locale),
    short: (value) => formatMoneyShort(value, currency, locale),
    plain: (value) => plainMoney(value, currency),
    whole: true,
  };
}

/** Whole numbers: orders, views. */
export function countFormat(locale?: string): ValueFormat {
  return {
    full: (value) => formatCount(value, locale),
    short: (value) => formatCountShort(value, locale),
    plain: String,
    whole: true,
  };
}

/** Shares from 0 to 1, written as percentages. */
export function shareFormat(locale?: string): ValueFormat {
  return {
    full: (value) => formatShare(value, locale),
    short: (value) => formatShare(value, locale),
    plain: (value) => value.toFixed(4),
    whole: false,
  };
}

export interface TrendPoint {
  /** Written under the axis and in the table: "12 May". */
  label: string;
  /** Null where nobody knows, such as before there was anything to count: a gap, which is not the same as zero. */
  value: number | null;
  /** The value at the same place of the period before. */
  before?: number | null | undefined;
  /** Not over yet, such as today: drawn dashed. Only ever true of the last point. */
  partial?: boolean | undefined;
}

export interface TrendRow {
  label: string;
  value: number | null;
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
    ...points.filter((point) => whole || !point.partial).map((point) => point.value ?? 0),
    ...before,
  ]);
  return settled > 0 ? settled : highest(points.map((point) => point.value ?? 0));
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
    open: openEnd && index >= last - 1 && point.value !== null ? Math.min(point.value, top) : null,
    before: point.before ?? null,
  }));
}

/** A label of an axis with the air that it needs. */
const STEP_PX = 50;
const MAX_STEPS = 5;

/**
 * Round values for a vertical axis: 0 and a few steps of 1, 2, 2.5 or 5 times a power of ten, to either side of it; about
 * five of them where there is room.
 * @param highest the largest value to show; the last step is at or above it
 * @param whole whether steps are at least 1 and whole
 * @param lowest the smallest value to show when it is below zero, such as a day on which more went back than was sold
 * @param heightPx of the chart
 */
export function axisTicks(
  highest: number,
  whole: boolean,
  lowest = 0,
  heightPx = Number.POSITIVE_INFINITY,
): number[] {
  const floor = whole ? 1 : 0.001;
  const stepCount = Math.min(MAX_STEPS, Math.max(1, Math.floor(heightPx / STEP_PX)));
  const rough = Math.max((highest - lowest) / stepCount, floor);
  const power = 10 ** Math.floor(Math.log10(rough));
  const steps = [1, 2, 2.5, 5, 10].map((factor) => factor * power);
  const step =
    steps.find((candidate) => candidate >= rough && (!whole || Number.isInteger(candidate))) ?? rough;
  const below = Math.ceil(Math.max(0, -lowest) / step);
  const above = Math.max(1, Math.ceil(highest / step));
  return Array.from({ length: below + above + 1 }, (_, index) =>
    Number(((index - below) * step).toPrecision(12)),
  );
}

/** The smallest value of a line or its period before when one is below zero, else zero. */
export const lowestOf = (points: readonly TrendPoint[]): number =>
  Math.min(0, ...points.flatMap((point) => [point.value ?? 0, point.before ?? 0]));

const LABEL_CHARACTER_PX = 7.5;
const LABEL_GAP_PX = 10;

/** In pixels, on the safe side. Reckoned: what is measured before the typeface has come is too narrow. */
export const labelWidth = (label: string): number => Math.ceil(label.length * LABEL_CHARACTER_PX);

/** Room for the labels of a value axis, in pixels. */
export const axisWidth = (labels: readonly string[]): number =>
  Math.max(...labels.map(labelWidth)) + LABEL_GAP_PX;

/** The stretch at the beginning of which nothing is known; null when there is none. */
export function unknownStretch(points: readonly TrendPoint[]): { from: string; to: string } | null {
  const firstKnown = points.findIndex((point) => point.value !== null);
  const unknown = points.slice(0, firstKnown === -1 ? points.length : firstKnown);
  const [first, last] = [unknown[0], unknown.at(-1)];
  return first && last ? { from: first.label, to: last.label } : null;
}

/** The part of a chart's width that a marker's name needs, on a phone. */
const MARKER_SHARE = 0.12;

/** What happened at a point of a chart; one for each point. */
export interface Marker {
  /** The point's. */
  label: string;
  /** Written above a line through the point. */
  name: string;
  /** Said when the point is pointed at, a line each. */
  notes: readonly string[];
}

/** Markers from right to left; the name of one that would reach into the next is null, so that its line stays alone. */
export function legibleMarkers(
  markers: readonly Pick<Marker, 'label' | 'name'>[],
  points: readonly TrendPoint[],
): { label: string; name: string | null }[] {
  let nextPlace = Number.POSITIVE_INFINITY;
  return markers
    .map((marker) => ({ ...marker, place: points.findIndex((point) => point.label === marker.label) }))
    .sort((a, b) => b.place - a.place)
    .map(({ label, name, place }) => {
      const isLegible = nextPlace - place >= points.length * MARKER_SHARE;
      if (isLegible) nextPlace = place;
      return { label, name: isLegible ? name : null };
    });
}

/** The rows behind a chart of points, for people or (`plain`) to be reckoned with. */
export function pointRows(
  points: readonly TrendPoint[],
  options: { write: (value: number) => string; soFarLabel: string; gap: string },
): string[][] {
  const write = (value: number | null | undefined) => (value == null ? options.gap : options.write(value));
  return points.map((point) => [
    point.partial ? `${point.label} (${options.soFarLabel})` : point.label,
    write(point.value),
    write(point.before),
  ]);
}
