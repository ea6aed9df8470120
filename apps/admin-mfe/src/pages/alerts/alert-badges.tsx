import type { AlertSeverity, AlertStatus, SecurityAlert } from '@plaza/contracts';
import { AppLink, paths } from '@plaza/navigation';
import { StatusBadge, type Tone } from '@plaza/ui/badge';
import { linkClass } from '@plaza/ui/button';
import { alertMessages } from './messages.ts';

const severityTones: Record<AlertSeverity, Tone> = { low: 'neutral', medium: 'warning', high: 'danger' };
const statusTones: Record<AlertStatus, Tone> = {
  open: 'warning',
  acknowledged: 'accent',
  closed: 'neutral',
};

/** How much an alert matters. */
export function SeverityBadge({ severity }: { severity: AlertSeverity }) {
  return <StatusBadge tone={severityTones[severity]}>{alertMessages.severities[severity]}</StatusBadge>;
}

/** How far an alert is settled. */
export function AlertStatusBadge({ status }: { status: AlertStatus }) {
  return <StatusBadge tone={statusTones[status]}>{alertMessages.statuses[status]}</StatusBadge>;
}

/** Whom an alert is about: a network, everybody, or an account and the way to it. */
export function AlertSubject({ subject }: { subject: SecurityAlert['subject'] }) {
  if (subject.kind === 'market') return alertMessages.market;
  if (subject.kind === 'network') return <span className="whitespace-nowrap">{subject.network}</span>;
  return (
    <AppLink href={paths.adminPerson(subject.accountId)} className={linkClass}>
      {alertMessages.account}
    </AppLink>
  );
}

/** The counts of an alert in one line. */
export const evidenceText = (evidence: SecurityAlert['evidence']): string =>
  Object.entries(evidence)
    .map(([name, value]) => `${alertMessages.evidenceNames[name] ?? name} ${value}`)
    .join(' · ');
