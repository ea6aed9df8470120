import type { SellerSales } from '@plaza/contracts';
import { BarChart } from '@plaza/ui/bar-chart';
import { Card } from '@plaza/ui/card';
import { countFormat, moneyFormat, shareFormat, type ValueFormat } from '@plaza/ui/chart-series';
import { TrendChart } from '@plaza/ui/trend-chart';
import { dashboardMessages as texts } from './messages.ts';
import { bestDayOf, fileNameOf, isToday, type Measure, trendOf } from './trends.ts';

const SMALL_HEIGHT_PX = 180;

/** Revenue large, orders, visitors and conversion small, each beside the period before. */
export default function SalesCharts({ sales }: { sales: SellerSales }) {
  const shared = (measure: Measure, title: string, valueLabel: string, format: ValueFormat) => ({
    title,
    valueLabel,
    format,
    description: describe(sales, measure, format),
    periodLabel: texts.day,
    beforeLabel: texts.before,
    unfinishedLabel: texts.unfinished,
    csvName: fileNameOf(title.toLowerCase().replaceAll(' ', '-'), sales.period),
  });
  const revenue = shared('revenueMinor', texts.revenueByDay, texts.revenue, moneyFormat(sales.currency));
  const orders = shared('orders', texts.ordersByDay, texts.orders, countFormat());
  const visitors = shared('visitors', texts.visitorsByDay, texts.visitors, countFormat());
  const conversion = shared('conversion', texts.conversionByDay, texts.conversion, shareFormat());
  return (
    <div className="grid gap-4 lg:grid-cols-3">
      <Card className="grid lg:col-span-3">
        <TrendChart {...revenue} points={trendOf(sales, 'revenueMinor')} unknownLabel={texts.unknownDays} />
      </Card>
      <Card className="grid">
        <BarChart {...orders} bars={trendOf(sales, 'orders')} heightPx={SMALL_HEIGHT_PX} />
      </Card>
      <Card className="grid">
        <TrendChart
          {...visitors}
          points={trendOf(sales, 'visitors')}
          unknownLabel={texts.unknownDays}
          heightPx={SMALL_HEIGHT_PX}
        />
      </Card>
      <Card className="grid">
        <TrendChart
          {...conversion}
          points={trendOf(sales, 'conversion')}
          unknownLabel={texts.unknownDays}
          heightPx={SMALL_HEIGHT_PX}
        />
      </Card>
    </div>
  );
}

/** What the chart shows, in sentences: the whole period, the best of its days, and today apart from them. */
function describe(sales: SellerSales, measure: Measure, format: ValueFormat): string {
  const total = format.full(sales.totals[measure] ?? 0);
  const best = bestDayOf(trendOf(sales, measure));
  const last = sales.byDay.at(-1);
  const today = last && isToday(last.day, sales) ? last[measure] : null;
  return [
    measure === 'conversion' ? texts.onAverage(total) : texts.inAll(total),
    ...(best ? [texts.bestDay(best.label, format.full(best.value))] : []),
    ...(today === null ? [] : [texts.todaySoFar(format.full(today))]),
  ].join(' ');
}
