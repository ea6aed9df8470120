import type { SellerCustomers } from '@plaza/contracts';
import { formatCount, formatShare } from '@plaza/ui/format';
import { HeatTable } from '@plaza/ui/heat-table';
import { EmptyState } from '@plaza/ui/states';
import { dashboardMessages as texts } from './messages.ts';

type Cohorts = SellerCustomers['cohorts'];

/** Customers by the month of their first purchase, and the share that bought in each month after it. */
export function CohortsTable({ cohorts }: { cohorts: Cohorts }) {
  if (cohorts.length === 0)
    return <EmptyState compact title={texts.noCustomersTitle} text={texts.noCustomersText} />;
  const later = monthsLater(cohorts);
  return (
    <HeatTable
      caption={texts.cohortsTable}
      head={[texts.firstPurchase, texts.customers, ...later.map(texts.month)]}
      rows={cohorts.map(({ month, customers, bought }) => ({
        label: formatMonth(month, 0),
        size: formatCount(customers),
        cells: later.map((index) => {
          const count = bought[index];
          if (count === undefined) return null;
          const share = customers === 0 ? 0 : count / customers;
          const title = texts.cohortCell(count, customers, formatMonth(month, index));
          return { share, text: formatShare(share), title };
        }),
      }))}
    />
  );
}

export const cohortsCsv = (cohorts: Cohorts) => {
  const later = monthsLater(cohorts);
  return {
    head: [texts.firstPurchase, texts.customers, ...later.map(texts.month)],
    rows: cohorts.map(({ month, customers, bought }) => [
      month,
      customers,
      ...later.map((index) => bought[index] ?? ''),
    ]),
  };
};

/** The first month says nothing: everybody bought in it. */
const monthsLater = (cohorts: Cohorts): number[] =>
  Array.from(
    { length: Math.max(0, ...cohorts.map(({ bought }) => bought.length)) },
    (_, index) => index,
  ).slice(1);

const monthFormat = new Intl.DateTimeFormat('en-US', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** @param month `2026-11` @param later so many months after it */
function formatMonth(month: string, later: number): string {
  const date = new Date(`${month}-01`);
  date.setUTCMonth(date.getUTCMonth() + later);
  return monthFormat.format(date);
}
