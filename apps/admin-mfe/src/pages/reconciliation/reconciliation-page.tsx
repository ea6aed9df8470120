import type { PageProps } from '@plaza/federation/remote';
import { paths } from '@plaza/navigation';
import { Unread } from '../../figures/figure-panel.tsx';
import { figureMessages } from '../../figures/messages.ts';
import { PeriodBar } from '../../figures/period-bar.tsx';
import { AdminFrame, NothingToSee } from '../../shared/admin-frame.tsx';
import { DaysPanel } from './days-panel.tsx';
import { FreshnessTiles } from './freshness-tiles.tsx';
import type { ReconciliationData } from './load-reconciliation.ts';
import { reconciliationMessages as texts } from './messages.ts';
import { Verdict } from './verdict.tsx';

/** Whether the figures agree with the books, day by day and to the cent, and how fresh they are. */
export function ReconciliationPage({ data }: PageProps<ReconciliationData>) {
  if (typeof data === 'string') return <NothingToSee why={data} returnTo={paths.adminReconciliation()} />;
  const { period, today, report } = data;
  return (
    <AdminFrame
      section="reconciliation"
      title={texts.title}
      aside={texts.text}
      actions={<PeriodBar period={period} today={today} hrefFor={paths.adminReconciliation} />}
    >
      {report === null ? (
        <Unread />
      ) : (
        <div className="flex flex-col gap-4">
          <Verdict days={report.days} />
          <FreshnessTiles report={report} />
          <DaysPanel days={report.days} csvName={`plaza-reconciliation-${period.from}-${period.to}`} />
          <p className="text-sm text-ink-muted">{figureMessages.utc}</p>
        </div>
      )}
    </AdminFrame>
  );
}
