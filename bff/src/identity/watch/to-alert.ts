import type { SecurityAlert } from '@plaza/contracts';
import type { Sealing } from '../../platform/sealing.ts';
import type { AlertRecord } from './alert.repository.ts';
import { ALERT_NETWORK_CONTEXT } from './raise-alert.ts';

/** An alert as the staff read it. */
export function toAlert(record: AlertRecord, sealing: Sealing): SecurityAlert {
  const { id, kind, severity, status, evidence, firstSeenAt, lastSeenAt } = record;
  const { handledBy, handledAt, handledReason } = record;
  return {
    id,
    kind,
    severity,
    status,
    subject: subjectOf(record, sealing),
    evidence,
    firstSeenAt: firstSeenAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    handled:
      handledBy && handledAt && handledReason !== null
        ? { byAccountId: handledBy, at: handledAt.toISOString(), reason: handledReason }
        : null,
  };
}

function subjectOf(
  { subjectKind, subjectKey, network }: AlertRecord,
  sealing: Sealing,
): SecurityAlert['subject'] {
  if (subjectKind === 'account') return { kind: 'account', accountId: subjectKey };
  if (subjectKind === 'market' || network === null) return { kind: 'market' };
  return { kind: 'network', network: sealing.open(network, ALERT_NETWORK_CONTEXT) };
}
