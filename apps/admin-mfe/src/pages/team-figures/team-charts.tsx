import type { Period, RolloutChange, TeamUsage, VitalsReport } from '@plaza/contracts';
import { Card } from '@plaza/ui/card';
import { countFormat, type TrendPoint, type ValueFormat } from '@plaza/ui/chart-series';
import { formatCount } from '@plaza/ui/format';
import { TrendChart } from '@plaza/ui/trend-chart';
import { trendOf } from '../../figures/days.ts';
import { describeTrend } from '../../figures/describe-trend.ts';
import { figureMessages } from '../../figures/messages.ts';
import { rolloutMarkers } from '../../figures/rollout-markers.ts';
import VitalsCharts from '../../figures/vitals-charts.tsx';
import { failureRate, rateFormat } from './failure-rate.ts';
import { teamFiguresMessages as texts } from './messages.ts';

export interface TeamChartsProps {
  usage: TeamUsage;
  vitals: VitalsReport | null;
  changes: readonly RolloutChange[];
  period: Period;
  today: string;
  csvName: string;
}

/** Use, failures and vitals by day, with lines on the days on which somebody changed what visitors get. */
export default function TeamCharts({ usage, vitals, changes, period, today, csvName }: TeamChartsProps) {
  const markers = rolloutMarkers(changes, period);
  const changed =
    markers.length === 0 ? '' : figureMessages.rollout.days(markers.map(({ label }) => label).join(', '));
  const days = { days: usage.byDay, period, today, since: usage.since };
  const chart = (input: {
    title: string;
    valueLabel: string;
    points: TrendPoint[];
    format: ValueFormat;
    total?: string;
    csv: string;
  }) => (
    <Card>
      <TrendChart
        title={input.title}
        description={`${describeTrend(input.points, input.format, input.total)} ${changed}`}
        points={input.points}
        format={input.format}
        valueLabel={input.valueLabel}
        beforeLabel={figureMessages.before}
        unfinishedLabel={figureMessages.today}
        unknownLabel={figureMessages.noData}
        markers={markers}
        csvName={`${csvName}-${input.csv}`}
      />
    </Card>
  );
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 lg:grid-cols-2">
        {chart({
          title: texts.viewsByDay,
          valueLabel: texts.pageViews,
          points: trendOf({
            ...days,
            value: (day) => day.pageViews,
            before: (day) => day.pageViewsBefore,
          }),
          format: countFormat(),
          total: formatCount(usage.totals.pageViews),
          csv: 'views',
        })}
        {chart({
          title: texts.failuresByDay,
          valueLabel: texts.failureRate,
          points: trendOf({
            ...days,
            value: failureRate,
            before: (day) => failureRate({ failures: day.failuresBefore, pageViews: day.pageViewsBefore }),
          }),
          format: rateFormat,
          csv: 'failures',
        })}
      </div>
      {vitals && (
        <VitalsCharts report={vitals} period={period} today={today} markers={markers} csvName={csvName} />
      )}
    </div>
  );
}
