import { dayOf, type Period, type RolloutChange } from '@plaza/contracts';
import { Card } from '@plaza/ui/card';
import { formatDay } from '@plaza/ui/days';
import { TrendChart } from '@plaza/ui/trend-chart';
import { trendOf } from '../../figures/days.ts';
import { describeTrend } from '../../figures/describe-trend.ts';
import { figureMessages } from '../../figures/messages.ts';
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

/** What visitors noticed when another release came. */
const NOTICED: readonly RolloutChange['action'][] = [
  'activated',
  'canary_started',
  'promoted',
  'rolled_back',
];

const markersOf = (changes: readonly RolloutChange[], period: Period) =>
  changes
    .filter(({ action }) => NOTICED.includes(action))
    .map(({ at, action, version }) => ({
      day: dayOf(new Date(at)),
      name: `${texts.actions[action]} ${version}`,
    }))
    .filter(({ day }) => day >= period.from && day <= period.to)
    .map(({ day, name }) => ({ label: formatDay(day, period), name }));

/** Failures and vitals by day, with lines on the days on which another release came. */
export default function HealthCharts({ health, changes, period, today, csvName }: HealthChartsProps) {
  const { usage, vitals } = health;
  const markers = markersOf(changes, period);
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
