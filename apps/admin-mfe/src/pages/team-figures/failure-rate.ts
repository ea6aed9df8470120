import type { ValueFormat } from '@plaza/ui/chart-series';

const writtenRate = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** Failures per thousand page views; null where nothing was viewed. */
export const failureRate = ({
  failures,
  pageViews,
}: {
  failures: number;
  pageViews: number;
}): number | null => (pageViews === 0 ? null : (failures * 1_000) / pageViews);

/** A rate for people, with one digit after the point. */
export const formatRate = (rate: number): string => writtenRate.format(rate);

/** For charts. */
export const rateFormat: ValueFormat = {
  full: formatRate,
  short: String,
  plain: (value) => value.toFixed(2),
  whole: false,
};
