import type { Period, SearchQuality } from '@plaza/contracts';
import { shareFormat } from '@plaza/ui/chart-series';
import { TrendChart } from '@plaza/ui/trend-chart';
import { trendOf } from '../../figures/days.ts';
import { describeTrend } from '../../figures/describe-trend.ts';
import { figureMessages } from '../../figures/messages.ts';
import { platformMessages as texts } from './messages.ts';
import { emptyRate } from './search-rates.ts';

const HEIGHT_PX = 220;

export interface SearchChartProps {
  byDay: SearchQuality['byDay'];
  period: Period;
  today: string;
  csvName: string;
}

/** The share of searches that found nothing, by day. A day without a search is a gap. */
export default function SearchChart({ byDay, period, today, csvName }: SearchChartProps) {
  const points = trendOf({ days: byDay, period, today, since: period.from, value: emptyRate });
  return (
    <TrendChart
      title={texts.emptyByDay}
      description={describeTrend(points, shareFormat())}
      points={points}
      format={shareFormat()}
      valueLabel={texts.emptyRate}
      unfinishedLabel={figureMessages.today}
      unknownLabel={figureMessages.noData}
      heightPx={HEIGHT_PX}
      csvName={`${csvName}-searches`}
    />
  );
}
