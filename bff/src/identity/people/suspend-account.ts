import type { Account, ChangePersonResult, changePersonInput } from '@plaza/contracts';
import type { z } from 'zod';
import { queueMail } from '../../notification/public.ts';
import type { Services } from '../../platform/services.ts';
import { toAccount } from '../account-record.ts';
import { suspendedMail } from '../mails/notice.mails.ts';
import { endAllAccess } from '../recovery/end-access.repository.ts';
import { changePerson } from './change-person.ts';
import { setStatus } from './people.repository.ts';

/** Shuts somebody out until they are restored: every session and program ends, no browser is remembered, and no session begins. */
export const suspendAccount = (
  services: Services,
  actor: Account,
  { accountId, reason }: z.output<typeof changePersonInput>,
): Promise<ChangePersonResult> =>
  changePerson(services, actor, {
    accountId,
    reason,
    change: 'suspend',
    action: 'account.suspended',
    apply: async (tx, person) => {
      await setStatus(tx, accountId, 'suspended');
      await endAllAccess(tx, accountId);
      const now = services.clock.now();
      await queueMail(tx, suspendedMail, {
        to: toAccount(person, services.sealing).email,
        data: { at: now.toISOString() },
        dedupeKey: `${accountId}:${now.toISOString()}`,
        now,
      });
    },
  });
