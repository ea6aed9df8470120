import type { Services } from '../../platform/services.ts';
import { upsertAlert } from './alert.repository.ts';
import type { Finding } from './detection.ts';

/** While something goes on, its alert is brought up to date so often and no more. */
const UPDATE_EVERY_MS = 60_000;
/** What the network of an alert is sealed as. */
export const ALERT_NETWORK_CONTEXT = 'security_alert.network';
/** What a network of attempts is looked up as. */
export const NETWORK_CONTEXT = 'sign_in_event.network';

/** Puts what a rule has found before the staff: one alert while it goes on. */
export async function raiseAlert(
  services: Services,
  finding: Finding,
  about: { accountId: string } | { network: string } | 'market',
): Promise<void> {
  const { database, sealing, once, clock, log } = services;
  const subject = subjectOf(services, about);
  if (!(await once.claim(`alert:${finding.kind}:${subject.subjectKey}`, UPDATE_EVERY_MS))) return;
  const network = subject.network && sealing.seal(subject.network, ALERT_NETWORK_CONTEXT);
  await upsertAlert(database.client, { ...finding, ...subject, network, at: clock.now() });
  log.warn(
    { alert: finding.kind, severity: finding.severity, evidence: finding.evidence },
    'the watch noticed',
  );
}

function subjectOf({ sealing }: Services, about: Parameters<typeof raiseAlert>[2]) {
  if (about === 'market') return { subjectKind: 'market', subjectKey: 'market', network: null } as const;
  if ('accountId' in about)
    return { subjectKind: 'account', subjectKey: about.accountId, network: null } as const;
  const { network } = about;
  return {
    subjectKind: 'network',
    subjectKey: sealing.blindIndex(network, NETWORK_CONTEXT),
    network,
  } as const;
}
