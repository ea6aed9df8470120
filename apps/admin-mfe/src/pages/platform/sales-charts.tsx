import type { MarketSales, Period } from '@plaza/contracts';
import { BarChart } from '@plaza/ui/bar-chart';
import { Card } from '@plaza/ui/card';
import { countFormat, moneyFormat } from '@plaza/ui/chart-series';
import { TrendChart } from '@plaza/ui/trend-chart';
import { trendOf } from '../../figures/days.ts';
import { describeTrend } from '../../figures/describe-trend.ts';
import { figureMessages } from '../../figures/messages.ts';
import { platformMessages as texts } from './messages.ts';

export interface SalesChartsProps {
  sales: MarketSales;
  period: Period;
  today: string;
  csvName: string;
}

/** Goods sold and orders by day, beside the period before. */
export default function SalesCharts({ sales, period, today, csvName }: SalesChartsProps) {
  const days = { days: sales.byDay, period, today, since: sales.since };
  const money = moneyFormat(sales.currency);
  const count = countFormat();
  const goods = trendOf({ ...days, value: (day) => day.gmvMinor, before: (day) => day.gmvBeforeMinor });
  const orders = trendOf({ ...days, value: (day) => day.orders, before: (day) => day.ordersBefore });
  const shared = {
    beforeLabel: figureMessages.before,
    soFarLabel: figureMessages.soFar,
    unfinishedLabel: figureMessages.today,
  };
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Card>
        <TrendChart
          {...shared}
          title={texts.gmvByDay}
          description={describeTrend(goods, money, money.full(sales.totals.gmvMinor))}
          points={goods}
          format={money}
          valueLabel={texts.gmv}
          unknownLabel={figureMessages.noData}
          csvName={`${csvName}-goods`}
        />
      </Card>
      <Card>
        <BarChart
          {...shared}
          title={texts.ordersByDay}
          description={describeTrend(orders, count, count.full(sales.totals.orders))}
          bars={orders}
          format={count}
          valueLabel={texts.orders}
          csvName={`${csvName}-orders`}
        />
      </Card>
    </div>
  );
}
