import type { Services } from '../platform/services.ts';
import { eraseMails } from './mail.repository.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Long enough to look into a complaint. */
const ERASED_AFTER_DAYS = 7;
/** Until here a repeated cause finds that its mail was sent. */
const REMOVED_AFTER_DAYS = 90;
const BATCH_SIZE = 1_000;

/** Erases recipients and data a week after a mail was sent or given up, and its row after ninety days. */
export async function eraseOldMails(services: Services, signal?: AbortSignal): Promise<void> {
  const now = services.clock.now().getTime();
  while (!signal?.aborted) {
    const count = await eraseMails(services.database.client, {
      erasedBefore: new Date(now - ERASED_AFTER_DAYS * DAY_MS),
      removedBefore: new Date(now - REMOVED_AFTER_DAYS * DAY_MS),
      limit: BATCH_SIZE,
    });
    if (count < BATCH_SIZE) return;
  }
}
