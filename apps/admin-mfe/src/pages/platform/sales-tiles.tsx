import type { MarketSales, MarketTotals } from '@plaza/contracts';
import { formatCount, formatMoney, formatShare } from '@plaza/ui/format';
import { StatTile } from '@plaza/ui/stat-tile';
import { figureMessages } from '../../figures/messages.ts';
import { platformMessages as texts } from './messages.ts';

/** The totals of the period against the one before, and what of it Plaza keeps. */
export function SalesTiles({ sales: { totals, before, currency } }: { sales: MarketSales }) {
  const money = (amountMinor: number) => formatMoney(amountMinor, currency);
  const tile = (
    label: string,
    value: string,
    of: (totals: MarketTotals) => number | null,
    goodWhen?: 'down',
  ) => {
    const [now, then] = [of(totals), of(before)];
    return (
      <StatTile
        label={label}
        value={value}
        compare={now !== null && then !== null ? { now, before: then } : undefined}
        goodWhen={goodWhen}
        againstLabel={figureMessages.against}
      />
    );
  };
  const average = averageOrder(totals);
  const takeRate = totals.gmvMinor === 0 ? null : totals.takeMinor / totals.gmvMinor;
  return (
    <section aria-label={texts.figures} className="flex flex-col gap-3">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {tile(texts.gmv, money(totals.gmvMinor), (sum) => sum.gmvMinor)}
        {tile(texts.orders, formatCount(totals.orders), (sum) => sum.orders)}
        {tile(texts.averageOrder, average === null ? figureMessages.none : money(average), averageOrder)}
        {tile(texts.refunded, money(totals.refundedMinor), (sum) => sum.refundedMinor, 'down')}
        {tile(texts.sellers, formatCount(totals.sellers), (sum) => sum.sellers)}
        <StatTile
          label={texts.takeRate}
          value={takeRate === null ? figureMessages.none : formatShare(takeRate)}
        />
      </div>
      <p className="text-sm text-ink-muted">
        {texts.gmvHint}. {totals.takeMinor === 0 ? texts.noTake : texts.take(money(totals.takeMinor))}
      </p>
    </section>
  );
}

const averageOrder = ({ gmvMinor, orders }: MarketTotals): number | null =>
  orders === 0 ? null : Math.round(gmvMinor / orders);
