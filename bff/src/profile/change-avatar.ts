import type { Account } from '@plaza/contracts';
import { appendAudit } from '../audit/public.ts';
import type { Services } from '../platform/services.ts';
import { replaceAvatar } from './profile.repository.ts';

/** Puts another picture, or none, in the place of the one there is; that one's file is removed. */
export async function changeAvatar(
  services: Services,
  account: Account,
  avatarUrl: string | null,
): Promise<null> {
  const now = services.clock.now();
  const before = await services.database.client.begin(async (tx) => {
    const url = await replaceAvatar(tx, { accountId: account.id, avatarUrl });
    if (url !== avatarUrl)
      await appendAudit(tx, {
        actor: { kind: 'account', accountId: account.id },
        action: avatarUrl === null ? 'account.avatar_removed' : 'account.avatar_changed',
        subject: { kind: 'account', id: account.id },
        at: now,
      });
    return url;
  });
  services.changes.tell(`account:${account.id}`);
  if (before !== null && before !== avatarUrl) await services.storage.remove(before);
  return null;
}
