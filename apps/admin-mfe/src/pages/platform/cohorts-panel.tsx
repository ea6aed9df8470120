import type { BuyerCohorts } from '@plaza/contracts';
import { CsvButton } from '@plaza/ui/csv-button';
import { formatCount, formatShare } from '@plaza/ui/format';
import { HeatTable } from '@plaza/ui/heat-table';
import { EmptyState } from '@plaza/ui/states';
import { FigurePanel } from '../../figures/figure-panel.tsx';
import { platformMessages as texts } from './messages.ts';

type Cohort = BuyerCohorts[number];
const monthFormat = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Buyers by the month of their first order, and how many of them came back. */
export function CohortsPanel({ cohorts, csvName }: { cohorts: BuyerCohorts | null; csvName: string }) {
  return (
    <FigurePanel
      title={texts.cohorts}
      text={texts.cohortsText}
      data={cohorts}
      aside={(rows) =>
        rows.length > 0 && (
          <CsvButton
            of={texts.cohorts}
            fileName={`${csvName}-cohorts`}
            head={headOf(rows)}
            rows={rows.map(({ month, customers, bought }) => [month, customers, ...bought.slice(1)])}
          />
        )
      }
    >
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState compact title={texts.noCohortsTitle} text={texts.noCohortsText} />
        ) : (
          <HeatTable
            caption={texts.cohortsTable}
            head={headOf(rows)}
            rows={rows.map((row) => toRow(row, monthsOf(rows)))}
          />
        )
      }
    </FigurePanel>
  );
}

/** Months after the first that any cohort has seen. */
const monthsOf = (rows: BuyerCohorts): number => Math.max(...rows.map(({ bought }) => bought.length)) - 1;

const headOf = (rows: BuyerCohorts): string[] => [
  texts.firstOrder,
  texts.buyers,
  ...Array.from({ length: monthsOf(rows) }, (_, index) => texts.monthLater(index + 1)),
];

function toRow({ month, customers, bought }: Cohort, months: number) {
  const last = bought.length - 1;
  return {
    label: monthFormat.format(new Date(`${month}-01`)),
    size: formatCount(customers),
    cells: Array.from({ length: months }, (_, index) => {
      const count = bought[index + 1];
      if (count === undefined || customers === 0) return null;
      const share = count / customers;
      return {
        share,
        text: index + 1 === last ? `${formatShare(share)} ${texts.monthSoFar}` : formatShare(share),
        title: texts.boughtOf(formatCount(count), formatCount(customers)),
      };
    }),
  };
}
