import { dayOf, type ReturnTotals, type SellerReturns } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { moneyFormat, plainMoney } from '@plaza/ui/chart-series';
import { formatDay } from '@plaza/ui/days';
import { formatCount, formatMoney, formatShare } from '@plaza/ui/format';
import { Skeleton } from '@plaza/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { FiguresRow } from './figures-row.tsx';
import { dashboardMessages as texts } from './messages.ts';
import { Panel, type PeriodPanelProps } from './panel.tsx';
import { fileNameOf } from './trends.ts';

const BarChart = lazy(() => import('@plaza/ui/bar-chart').then((module) => ({ default: module.BarChart })));
const CHART_HEIGHT_PX = 220;

/** What went back, and how much of what was sold that is. */
export function ReturnsPanel({ period, comparable, now }: PeriodPanelProps & { now: Date }) {
  const { api } = useHost();
  const query = useQuery(api.analytics.seller.returns.queryOptions(period, { retry: false }));
  return (
    <Panel<SellerReturns>
      title={texts.returns}
      note={texts.returnsNote}
      query={query}
      fileName={fileNameOf('returns', period)}
      csv={({ byDay, currency }) => ({
        head: [texts.day, texts.refunded, texts.refundedOrders],
        rows: byDay.map((day) => [day.day, plainMoney(day.refundedMinor, currency), day.refundedOrders]),
      })}
    >
      {({ totals, previous, byDay, currency }) => (
        <div className="grid gap-5 lg:grid-cols-3">
          <FiguresRow
            className="grid content-start gap-3 sm:grid-cols-3 lg:grid-cols-1"
            figures={[
              {
                label: texts.refunded,
                value: formatMoney(totals.refundedMinor, currency),
                now: totals.refundedMinor,
                before: comparable ? previous.refundedMinor : null,
                goodWhen: 'down',
              },
              {
                label: texts.refundedOrders,
                value: formatCount(totals.refundedOrders),
                now: totals.refundedOrders,
                before: comparable ? previous.refundedOrders : null,
                goodWhen: 'down',
              },
              {
                label: texts.refundRate,
                value: totals.soldMinor === 0 ? texts.none : formatShare(rateOf(totals)),
                now: totals.soldMinor === 0 ? null : rateOf(totals),
                before: comparable ? rateOf(previous) : null,
                goodWhen: 'down',
              },
            ]}
          />
          <div className="min-w-0 lg:col-span-2">
            {totals.refundedOrders === 0 ? (
              <p className="text-ink-muted">{texts.noRefunds}</p>
            ) : (
              <Suspense fallback={<Skeleton className="h-60 w-full" />}>
                <BarChart
                  title={texts.refundsByDay}
                  description={texts.inAll(formatMoney(totals.refundedMinor, currency))}
                  valueLabel={texts.refunded}
                  periodLabel={texts.day}
                  unfinishedLabel={texts.unfinished}
                  format={moneyFormat(currency)}
                  heightPx={CHART_HEIGHT_PX}
                  bars={byDay.map(({ day, refundedMinor }) => ({
                    label: formatDay(day, period),
                    value: refundedMinor,
                    partial: day === dayOf(now),
                  }))}
                />
              </Suspense>
            )}
          </div>
        </div>
      )}
    </Panel>
  );
}

/** Share of what was sold that went back meanwhile. */
const rateOf = ({ refundedMinor, soldMinor }: ReturnTotals): number =>
  soldMinor === 0 ? 0 : refundedMinor / soldMinor;
