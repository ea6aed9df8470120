import type { Account } from '@plaza/contracts';
import { appendAudit } from '../../audit/public.ts';
import type { Services } from '../../platform/services.ts';
import { deleteWaiting } from './erasure.repository.ts';

/** Takes an account off the list of those to be erased. False when it was not on it. */
export const keepAccount = ({ database, clock }: Services, account: Account): Promise<boolean> =>
  database.client.begin(async (tx) => {
    if (!(await deleteWaiting(tx, account.id))) return false;
    await appendAudit(tx, {
      actor: { kind: 'account', accountId: account.id },
      action: 'account.erasure_undone',
      subject: { kind: 'account', id: account.id },
      at: clock.now(),
    });
    return true;
  });
