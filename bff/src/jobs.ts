import { queueReports } from './analytics/public.ts';
import { refreshSoldCounts } from './catalog/public.ts';
import { accessTokenJobs } from './identity/access-tokens/public.ts';
import { removeExpiredProofs } from './identity/factors/public.ts';
import { removeExpiredSessions } from './identity/public.ts';
import { removeExpiredAttempts } from './identity/social/public.ts';
import { watchJobs } from './identity/watch/public.ts';
import { mails } from './mails.ts';
import { notificationJobs } from './notification/public.ts';
import { orderJobs } from './order/public.ts';
import { paymentJobs } from './payment/public.ts';
import { every, type Job } from './platform/job.ts';
import type { Services } from './platform/services.ts';
import { profileJobs } from './profile/public.ts';
import { removeExpiredTokens, watchCanaries } from './release/public.ts';
import { removeExpiredInvitations } from './seller/team/public.ts';

const HOUR_MS = 3_600_000;
const SOLD_COUNTS_INTERVAL_MS = 600_000;
const REPORTS_INTERVAL_MS = 300_000;
const CANARIES_INTERVAL_MS = 5_000;

/** Everything that happens without being asked for. */
export function startJobs(services: Services): Job[] {
  return [
    ...orderJobs(services),
    ...paymentJobs(services),
    ...notificationJobs(services, mails),
    ...profileJobs(services),
    ...watchJobs(services),
    ...accessTokenJobs(services),
    every(CANARIES_INTERVAL_MS, 'watch-canaries', (signal) => watchCanaries(services, signal), services.log),
    every(SOLD_COUNTS_INTERVAL_MS, 'refresh-sold-counts', () => refreshSoldCounts(services), services.log),
    every(
      REPORTS_INTERVAL_MS,
      'queue-weekly-reports',
      (signal) => queueReports(services, signal),
      services.log,
    ),
    every(HOUR_MS, 'remove-expired-sessions', () => removeExpiredSessions(services), services.log),
    every(HOUR_MS, 'remove-expired-proofs', () => removeExpiredProofs(services), services.log),
    every(HOUR_MS, 'remove-expired-release-tokens', () => removeExpiredTokens(services), services.log),
    every(HOUR_MS, 'remove-invitations', () => removeExpiredInvitations(services), services.log),
    every(HOUR_MS, 'remove-social-attempts', () => removeExpiredAttempts(services), services.log),
  ];
}
