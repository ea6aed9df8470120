import { removeExpiredSessions } from './identity/public.ts';
import { orderJobs } from './order/public.ts';
import { paymentJobs } from './payment/public.ts';
import { every, type Job } from './platform/job.ts';
import type { Services } from './platform/services.ts';

const HOUR_MS = 3_600_000;

/** Everything that happens without being asked for. */
export function startJobs(services: Services): Job[] {
  return [
    ...orderJobs(services),
    ...paymentJobs(services),
    every(HOUR_MS, 'remove-expired-sessions', () => removeExpiredSessions(services), services.log),
  ];
}
