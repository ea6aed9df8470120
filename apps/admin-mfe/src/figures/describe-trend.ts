import type { TrendPoint, ValueFormat } from '@plaza/ui/chart-series';
import { figureMessages as texts } from './messages.ts';

/**
 * What a chart shows, in sentences, for people who do not see it: the highest of the days that are over, and today.
 * @param total of all days, where they can be added up
 */
export function describeTrend(points: readonly TrendPoint[], format: ValueFormat, total?: string): string {
  const over = points.filter((point) => !point.partial);
  const highest = over.reduce<TrendPoint | null>(
    (high, point) => ((point.value ?? 0) > (high?.value ?? 0) ? point : high),
    null,
  );
  const today = points.find((point) => point.partial)?.value ?? null;
  return [
    ...(total === undefined ? [] : [texts.inAll(total)]),
    ...(highest?.value == null ? [] : [texts.highest(highest.label, format.full(highest.value))]),
    ...(today === null ? [] : [texts.todaySoFar(format.full(today))]),
  ].join(' ');
}
