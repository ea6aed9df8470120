import type { AlertDetail, SecurityAlert } from '@plaza/contracts';
import type { PageProps } from '@plaza/federation/remote';
import { AppLink, paths } from '@plaza/navigation';
import { linkClass } from '@plaza/ui/button';
import { type Column, DataTable } from '@plaza/ui/data-table';
import { Panel } from '@plaza/ui/panel';
import { messages } from '../../messages.ts';
import { AdminFrame, NothingToSee } from '../../shared/admin-frame.tsx';
import { type Fact, FactList } from '../../shared/fact-list.tsx';
import { formatMoment } from '../../shared/when.ts';
import { AlertStatusBadge, AlertSubject, SeverityBadge } from '../alerts/alert-badges.tsx';
import { alertMessages } from '../alerts/messages.ts';
import { HandleForm } from './handle-form.tsx';
import type { AlertData } from './load-alert.ts';

const texts = alertMessages;
type Attempt = AlertDetail['attempts'][number];

const columns: Column<Attempt>[] = [
  {
    id: 'at',
    header: texts.at,
    primary: true,
    className: 'whitespace-nowrap',
    cell: ({ at }) => formatMoment(at),
  },
  { id: 'outcome', header: texts.outcome, cell: ({ outcome }) => texts.outcomes[outcome] },
  {
    id: 'account',
    header: texts.account,
    cell: ({ accountId }) =>
      accountId === null ? (
        texts.noAccount
      ) : (
        <AppLink href={paths.adminPerson(accountId)} className={linkClass}>
          {texts.account}
        </AppLink>
      ),
  },
  { id: 'place', header: messages.person.place, cell: ({ place }) => place ?? messages.person.unknownPlace },
  { id: 'device', header: messages.person.device, cell: ({ device }) => device },
  { id: 'method', header: messages.person.by, cell: ({ method }) => messages.methods[method] },
];

/** One alert: what was noticed, by whom it may have been, and what became of it. */
export function AlertPage({ data, params }: PageProps<AlertData>) {
  if (typeof data === 'string')
    return <NothingToSee why={data} returnTo={paths.adminAlert(params.alertId ?? '')} />;
  const { alert, attempts } = data;
  return (
    <AdminFrame
      section="alerts"
      title={texts.kinds[alert.kind]}
      aside={<AlertStatusBadge status={alert.status} />}
    >
      <div className="flex flex-col gap-6">
        <Panel label={texts.evidence} title={texts.evidence} text={texts.explanations[alert.kind]}>
          <FactList wide facts={factsOf(alert)} />
        </Panel>
        {alert.status !== 'closed' && (
          <Panel label={texts.handle} title={texts.handle} text={texts.handleText}>
            <HandleForm key={alert.status} alert={alert} />
          </Panel>
        )}
        <Panel label={texts.attempts} title={texts.attempts} text={texts.attemptsText}>
          {attempts.length === 0 ? (
            <p className="text-ink-muted">{texts.noAttempts}</p>
          ) : (
            <DataTable caption={texts.attempts} columns={columns} rows={attempts} rowKey={({ id }) => id} />
          )}
        </Panel>
        <p>
          <AppLink href={paths.adminAlerts()} className={linkClass}>
            {texts.all}
          </AppLink>
        </p>
      </div>
    </AdminFrame>
  );
}

function factsOf({ severity, subject, evidence, firstSeenAt, lastSeenAt, handled }: SecurityAlert): Fact[] {
  return [
    { label: texts.severity, value: <SeverityBadge severity={severity} /> },
    { label: texts.subject, value: <AlertSubject subject={subject} /> },
    ...Object.entries(evidence).map(([name, value]) => ({
      label: texts.evidenceNames[name] ?? name,
      value,
    })),
    { label: texts.firstSeen, value: formatMoment(firstSeenAt) },
    { label: texts.lastSeen, value: formatMoment(lastSeenAt) },
    ...(handled ? [{ label: texts.handled, value: `${handled.reason} (${formatMoment(handled.at)})` }] : []),
  ];
}
