import type { SecurityAlert } from '@plaza/contracts';
import type { PageProps } from '@plaza/federation/remote';
import { AppLink, paths } from '@plaza/navigation';
import { buttonClass } from '@plaza/ui/button';
import { type Column, DataTable } from '@plaza/ui/data-table';
import { EmptyState } from '@plaza/ui/states';
import ShieldCheck from 'lucide-react/icons/shield-check';
import { AdminFrame, NothingToSee } from '../../shared/admin-frame.tsx';
import { KeysetPages } from '../../shared/keyset-pages.tsx';
import { formatMoment } from '../../shared/when.ts';
import { AlertStatusBadge, AlertSubject, evidenceText, SeverityBadge } from './alert-badges.tsx';
import { AlertsFilter } from './alerts-filter.tsx';
import { type AlertsData, alertsInput } from './load-alerts.ts';
import { alertMessages } from './messages.ts';

const texts = alertMessages;

const columns: Column<SecurityAlert>[] = [
  {
    id: 'kind',
    header: texts.kind,
    primary: true,
    cell: ({ id, kind, evidence }) => (
      <span className="min-w-0 text-start">
        <AppLink
          href={paths.adminAlert(id)}
          className="font-medium text-accent underline-offset-4 hover:underline"
        >
          {texts.kinds[kind]}
        </AppLink>
        <span className="block text-sm font-normal text-ink-muted">{evidenceText(evidence)}</span>
      </span>
    ),
  },
  { id: 'severity', header: texts.severity, cell: ({ severity }) => <SeverityBadge severity={severity} /> },
  {
    id: 'subject',
    header: texts.subject,
    className: 'wrap-anywhere',
    cell: ({ subject }) => <AlertSubject subject={subject} />,
  },
  { id: 'status', header: texts.status, cell: ({ status }) => <AlertStatusBadge status={status} /> },
  {
    id: 'lastSeen',
    header: texts.lastSeen,
    className: 'whitespace-nowrap',
    cell: ({ lastSeenAt }) => formatMoment(lastSeenAt),
  },
];

/** What the watch over sign-ins has noticed. */
export function AlertsPage({ data, search }: PageProps<AlertsData>) {
  if (typeof data === 'string') return <NothingToSee why={data} returnTo={paths.adminAlerts()} />;
  const { items, newerThan, olderThan, openCount } = data.alerts;
  const { status, kind } = alertsInput(search);
  const filter = { status, kind };
  const isFiltered = status !== undefined || kind !== undefined;
  return (
    <AdminFrame section="alerts" title={texts.title} aside={texts.openCount(openCount)}>
      <AlertsFilter status={status} kind={kind} />
      {items.length === 0 ? (
        <EmptyState
          title={isFiltered ? texts.noneTitle : texts.emptyTitle}
          text={isFiltered ? texts.noneText : texts.emptyText}
          icon={<ShieldCheck size={28} />}
          actions={
            isFiltered && (
              <AppLink href={paths.adminAlerts()} className={buttonClass({ variant: 'secondary' })}>
                {texts.clear}
              </AppLink>
            )
          }
        />
      ) : (
        <DataTable caption={texts.title} columns={columns} rows={items} rowKey={({ id }) => id} />
      )}
      <KeysetPages
        newerHref={newerThan && paths.adminAlerts({ ...filter, newerThan })}
        olderHref={olderThan && paths.adminAlerts({ ...filter, olderThan })}
      />
    </AdminFrame>
  );
}
