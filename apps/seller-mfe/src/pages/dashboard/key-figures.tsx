import type { SellerDashboard } from '@plaza/contracts';
import { formatCount, formatMoney, formatShare } from '@plaza/ui/format';
import { StatTile } from '@plaza/ui/stat-tile';
import { messages } from '../../messages.ts';

const texts = messages.dashboard;

/** The totals of the period against the period before; skeletons of the same size while they are read. */
export function KeyFigures({ dashboard }: { dashboard: SellerDashboard | undefined }) {
  const now = dashboard?.totals;
  const before = dashboard?.previous;
  type Pair = { now: number; before: number } | null;
  const figure = (label: string, value: string, pair: Pair, className?: string) => (
    <StatTile
      label={label}
      value={value}
      compare={pair ?? undefined}
      againstLabel={texts.against}
      loading={!dashboard}
      className={className}
    />
  );
  const compare = (key: 'revenueMinor' | 'orders' | 'units' | 'views') =>
    now && before ? { now: now[key], before: before[key] } : null;
  const conversions =
    now?.conversion != null && before?.conversion != null
      ? { now: now.conversion, before: before.conversion }
      : null;
  return (
    <div className="grid grid-cols-2 gap-3 md:grid-cols-3 md:gap-4 xl:grid-cols-5">
      {figure(
        texts.revenue,
        formatMoney(now?.revenueMinor ?? 0, dashboard?.currency ?? 'USD'),
        compare('revenueMinor'),
        'max-xl:col-span-2',
      )}
      {figure(texts.orders, formatCount(now?.orders ?? 0), compare('orders'))}
      {figure(texts.units, formatCount(now?.units ?? 0), compare('units'))}
      {figure(texts.views, formatCount(now?.views ?? 0), compare('views'))}
      {figure(
        texts.conversion,
        now?.conversion == null ? texts.none : formatShare(now.conversion),
        conversions,
      )}
    </div>
  );
}
