import { appendAudit } from '../../audit/public.ts';
import type { Services } from '../../platform/services.ts';
import { deleteUnverified } from './unverified.repository.ts';

/** So long an address has to be verified before its account is taken for a mistake, or a robot's. */
const UNVERIFIED_DAYS = 7;
const AT_ONCE = 100;

/**
 * Removes accounts that nobody has ever verified and that hold nothing; the audit log keeps their ids. Without orders the
 * store of events knows nobody by them.
 */
export async function removeUnverified(services: Services, signal?: AbortSignal): Promise<void> {
  const now = services.clock.now();
  const before = new Date(now.getTime() - UNVERIFIED_DAYS * 86_400_000);
  let isMore = true;
  while (isMore && !signal?.aborted) {
    const removed = await services.database.client.begin(async (tx) => {
      const accountIds = await deleteUnverified(tx, { before, now, limit: AT_ONCE });
      for (const id of accountIds)
        await appendAudit(tx, {
          actor: { kind: 'system', accountId: null },
          action: 'account.unverified_removed',
          subject: { kind: 'account', id },
          at: now,
        });
      return accountIds;
    });
    for (const id of removed) services.changes.tell(`account:${id}`);
    isMore = removed.length === AT_ONCE;
  }
}
