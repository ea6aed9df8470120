import { every, type Job } from '../../platform/job.ts';
import type { Services } from '../../platform/services.ts';
import { deleteExpiredBrowsers } from './known-browser.repository.ts';
import { settleWatch } from './note-sign-in.ts';
import { deleteEventsBefore } from './sign-in-event.repository.ts';

const HOUR_MS = 3_600_000;
const RETENTION_DAYS = 90;

/** Forgets what is old; and, when the process ends, waits for what is still being noted. */
export function watchJobs(services: Services): Job[] {
  const forget = every(HOUR_MS, 'forget-sign-ins', (signal) => forgetSignIns(services, signal), services.log);
  return [
    {
      stop: async () => {
        await forget.stop();
        await settleWatch(services);
      },
    },
  ];
}

/** Removes attempts of more than 90 days ago, and browsers that are not known any more. */
export async function forgetSignIns({ database, clock }: Services, signal?: AbortSignal): Promise<void> {
  const now = clock.now();
  const before = new Date(now.getTime() - RETENTION_DAYS * 24 * HOUR_MS);
  while (!signal?.aborted && (await deleteEventsBefore(database.client, before)));
  await deleteExpiredBrowsers(database.client, now);
}
