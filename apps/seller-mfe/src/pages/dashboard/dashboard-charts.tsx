import type { SellerDashboard } from '@plaza/contracts';
import { Card } from '@plaza/ui/card';
import { countFormat, moneyFormat, shareFormat, type ValueFormat } from '@plaza/ui/chart-series';
import { TrendChart } from '@plaza/ui/trend-chart';
import { messages } from '../../messages.ts';
import { bestDayOf, type Measure, trendOf } from './trends.ts';

const texts = messages.dashboard;
const SMALL_HEIGHT_PX = 180;

export interface DashboardChartsProps {
  dashboard: SellerDashboard;
  longer: SellerDashboard['byDay'] | null;
}

/** Revenue large, orders, views and conversion small, each beside the period before. */
export default function DashboardCharts({ dashboard, longer }: DashboardChartsProps) {
  const chart = (
    measure: Measure,
    title: string,
    valueLabel: string,
    format: ValueFormat,
    heightPx?: number,
  ) => (
    <TrendChart
      title={title}
      description={describe(dashboard, measure, format)}
      points={trendOf(dashboard.byDay, longer, measure)}
      format={format}
      valueLabel={valueLabel}
      beforeLabel={texts.before}
      unfinishedLabel={texts.unfinished}
      {...(heightPx !== undefined && { heightPx })}
    />
  );
  return (
    <div className="grid gap-4 lg:grid-cols-3">
      <Card className="lg:col-span-3">
        {chart('revenueMinor', texts.revenueByDay, texts.revenue, moneyFormat(dashboard.currency))}
      </Card>
      <Card>{chart('orders', texts.ordersByDay, texts.orders, countFormat(), SMALL_HEIGHT_PX)}</Card>
      <Card>{chart('views', texts.viewsByDay, texts.views, countFormat(), SMALL_HEIGHT_PX)}</Card>
      <Card>
        {chart('conversion', texts.conversionByDay, texts.conversion, shareFormat(), SMALL_HEIGHT_PX)}
      </Card>
    </div>
  );
}

/** What the chart shows, in sentences: the whole period, the best of its days, and today apart from them. */
function describe({ byDay, totals }: SellerDashboard, measure: Measure, format: ValueFormat): string {
  const total = format.full(totals[measure] ?? 0);
  const best = bestDayOf(trendOf(byDay, null, measure));
  const today = byDay.at(-1)?.[measure] ?? null;
  return [
    measure === 'conversion' ? texts.onAverage(total) : texts.inAll(total),
    ...(best ? [texts.bestDay(best.label, format.full(best.value))] : []),
    ...(today === null ? [] : [texts.todaySoFar(format.full(today))]),
  ].join(' ');
}
