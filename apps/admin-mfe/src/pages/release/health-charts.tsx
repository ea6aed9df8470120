import type { Period, RolloutChange } from '@plaza/contracts';
import { Card } from '@plaza/ui/card';
import { TrendChart } from '@plaza/ui/trend-chart';
import { trendOf } from '../../figures/days.ts';
import { describeTrend } from '../../figures/describe-trend.ts';
import { figureMessages } from '../../figures/messages.ts';
import { rolloutMarkers } from '../../figures/rollout-markers.ts';
import VitalsCharts from '../../figures/vitals-charts.tsx';
import { releaseMessages as texts } from '../releases/messages.ts';
import { failureRate, rateFormat } from '../team-figures/failure-rate.ts';
import type { Release } from './load-release.ts';

export interface HealthChartsProps {
  health: NonNullable<Release['health']>;
  changes: readonly RolloutChange[];
  period: Period;
  today: string;
  csvName: string;
}

/** Failures and vitals by day, with lines on the days on which somebody changed what visitors get. */
export default function HealthCharts({ health, changes, period, today, csvName }: HealthChartsProps) {
  const { usage, vitals } = health;
  const markers = rolloutMarkers(changes, period);
  const points = trendOf({ days: usage.byDay, period, today, since: usage.since, value: failureRate });
  return (
    <div className="flex flex-col gap-4">
      <Card>
        <TrendChart
          title={texts.failuresByDay}
          description={describeTrend(points, rateFormat)}
          points={points}
          format={rateFormat}
          valueLabel={texts.failureRate}
          unfinishedLabel={figureMessages.today}
          unknownLabel={figureMessages.noData}
          markers={markers}
          csvName={`${csvName}-failures`}
        />
      </Card>
      {vitals && (
        <VitalsCharts report={vitals} period={period} today={today} markers={markers} csvName={csvName} />
      )}
    </div>
  );
}
