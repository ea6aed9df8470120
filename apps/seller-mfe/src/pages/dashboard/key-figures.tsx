import type { SellerSales } from '@plaza/contracts';
import { formatCount, formatMoney, formatShare } from '@plaza/ui/format';
import { FiguresRow } from './figures-row.tsx';
import { dashboardMessages as texts } from './messages.ts';
import { isBeforeKnown, isKnown } from './trends.ts';

/** The first and the last have a line of their own on a phone: an amount needs it, and six in pairs leave none over. */
const WIDE = 'max-md:col-span-2';

/** The totals of the period against the period before. */
export function KeyFigures({ sales }: { sales: SellerSales | undefined }) {
  // Of a period before the first figures nothing is known, which is not zero.
  const isUnknown = sales !== undefined && !isKnown(sales.period.to, sales);
  const now = isUnknown ? undefined : sales?.totals;
  const before = sales && isBeforeKnown(sales) ? sales.previous : undefined;
  const money = (amountMinor: number | null | undefined) =>
    amountMinor == null ? texts.none : formatMoney(amountMinor, sales?.currency ?? 'USD');
  const count = (key: 'orders' | 'units' | 'visitors') => (now ? formatCount(now[key]) : texts.none);
  const average = (totals: SellerSales['totals'] | undefined) =>
    totals && totals.orders > 0 ? Math.round(totals.soldMinor / totals.orders) : null;
  const pair = (key: 'revenueMinor' | 'orders' | 'units' | 'visitors') => ({
    now: now?.[key] ?? null,
    before: before?.[key] ?? null,
  });
  return (
    <FiguresRow
      loading={!sales}
      className="grid grid-cols-2 gap-3 md:grid-cols-3 md:gap-4 xl:grid-cols-[1.45fr_0.85fr_0.85fr_1.15fr_0.9fr_0.9fr]"
      figures={[
        {
          label: texts.revenue,
          value: money(now?.revenueMinor),
          ...pair('revenueMinor'),
          className: WIDE,
        },
        { label: texts.orders, value: count('orders'), ...pair('orders') },
        { label: texts.units, value: count('units'), ...pair('units') },
        {
          label: texts.averageOrder,
          value: money(average(now)),
          now: average(now),
          before: average(before),
        },
        { label: texts.visitors, value: count('visitors'), ...pair('visitors') },
        {
          label: texts.conversion,
          value: now?.conversion == null ? texts.none : formatShare(now.conversion),
          now: now?.conversion ?? null,
          before: before?.conversion ?? null,
          className: WIDE,
        },
      ]}
    />
  );
}
