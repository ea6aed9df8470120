import type { CustomerTotals, SellerCustomers } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { plainMoney } from '@plaza/ui/chart-series';
import { formatCount, formatShare } from '@plaza/ui/format';
import { useQuery } from '@tanstack/react-query';
import { CohortsTable, cohortsCsv } from './cohorts-table.tsx';
import { FiguresRow } from './figures-row.tsx';
import { dashboardMessages as texts } from './messages.ts';
import { Panel, type PeriodPanelProps } from './panel.tsx';
import { fileNameOf } from './trends.ts';

/** Who buys for the first time and who comes back, now and month by month. */
export function CustomersPanels({ period, comparable, day }: PeriodPanelProps & { day: string }) {
  const { api } = useHost();
  const query = useQuery(api.analytics.seller.customers.queryOptions(period, { retry: false }));
  return (
    <>
      <Panel<SellerCustomers>
        title={texts.customers}
        note={texts.customersNote}
        query={query}
        fileName={fileNameOf('customers', period)}
        csv={({ totals, previous, currency }) => ({
          head: [texts.customers, texts.period, texts.before],
          rows: [
            [texts.newCustomers, totals.newCustomers, previous.newCustomers],
            [texts.returningCustomers, totals.returningCustomers, previous.returningCustomers],
            ...(
              [
                [texts.soldToNew, 'newSoldMinor'],
                [texts.soldToReturning, 'returningSoldMinor'],
              ] as const
            ).map(([label, key]) => [
              label,
              plainMoney(totals[key], currency),
              plainMoney(previous[key], currency),
            ]),
          ].map(([label = '', now = '', before = '']) => [label, now, comparable ? before : '']),
        })}
      >
        {({ totals, previous }) => (
          <FiguresRow
            className="grid gap-3 sm:grid-cols-3 lg:grid-cols-1"
            figures={[
              {
                label: texts.newCustomers,
                value: formatCount(totals.newCustomers),
                now: totals.newCustomers,
                before: comparable ? previous.newCustomers : null,
              },
              {
                label: texts.returningCustomers,
                value: formatCount(totals.returningCustomers),
                now: totals.returningCustomers,
                before: comparable ? previous.returningCustomers : null,
              },
              {
                label: texts.returningShare,
                value: shareOf(totals) === null ? texts.none : formatShare(shareOf(totals) ?? 0),
                now: shareOf(totals),
                before: comparable ? shareOf(previous) : null,
              },
            ]}
          />
        )}
      </Panel>
      <Panel<SellerCustomers>
        title={texts.cohorts}
        note={texts.cohortsNote}
        query={query}
        className="lg:col-span-2"
        fileName={`cohorts-${day}`}
        csv={({ cohorts }) => cohortsCsv(cohorts)}
      >
        {({ cohorts }) => <CohortsTable cohorts={cohorts} />}
      </Panel>
    </>
  );
}

/** How much of what was sold went to customers who had bought before; null when nothing was sold. */
function shareOf({ newSoldMinor, returningSoldMinor }: CustomerTotals): number | null {
  const sold = newSoldMinor + returningSoldMinor;
  return sold === 0 ? null : returningSoldMinor / sold;
}
