import { type Period, VITALS, type VitalsReport } from '@plaza/contracts';
import { Card } from '@plaza/ui/card';
import type { Marker } from '@plaza/ui/chart-series';
import { TrendChart } from '@plaza/ui/trend-chart';
import { trendOf } from './days.ts';
import { describeTrend } from './describe-trend.ts';
import { figureMessages as texts } from './messages.ts';
import { vitalFormat } from './vital-format.ts';

const HEIGHT_PX = 160;

export interface VitalsChartsProps {
  report: VitalsReport;
  period: Period;
  today: string;
  /** Lines for what may have changed them: releases. */
  markers?: readonly Marker[];
  csvName: string;
}

/** Each vital by day. A day without a measurement is a gap. */
export default function VitalsCharts({ report, period, today, markers = [], csvName }: VitalsChartsProps) {
  const measured = VITALS.filter((vital) => report.byDay.some((day) => day[vital] !== null));
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      {measured.map((vital) => {
        const points = trendOf({
          days: report.byDay,
          period,
          today,
          since: period.from,
          value: (day) => day[vital],
        });
        const format = vitalFormat(vital);
        return (
          <Card key={vital}>
            <TrendChart
              title={texts.vitals.byDay(vital)}
              description={describeTrend(points, format)}
              points={points}
              format={format}
              valueLabel={`${vital} ${texts.vitals.p75}`}
              unfinishedLabel={texts.today}
              markers={markers}
              heightPx={HEIGHT_PX}
              csvName={`${csvName}-${vital.toLowerCase()}`}
            />
          </Card>
        );
      })}
    </div>
  );
}
