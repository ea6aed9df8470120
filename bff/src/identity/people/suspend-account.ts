import type { Account, ChangePersonResult, changePersonInput } from '@plaza/contracts';
import type { z } from 'zod';
import type { Services } from '../../platform/services.ts';
import { deleteSessionsOf } from '../session.repository.ts';
import { changePerson } from './change-person.ts';
import { setStatus } from './people.repository.ts';

/** Shuts somebody out until they are restored: every session ends, and none begins. */
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
    apply: async (tx) => {
      await setStatus(tx, accountId, 'suspended');
      await deleteSessionsOf(tx, { accountId });
    },
  });
