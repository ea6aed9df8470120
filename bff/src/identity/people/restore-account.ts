import type { Account, ChangePersonResult, changePersonInput } from '@plaza/contracts';
import type { z } from 'zod';
import type { Services } from '../../platform/services.ts';
import { changePerson } from './change-person.ts';
import { setStatus } from './people.repository.ts';

/** Lets somebody who was suspended sign in again. */
export const restoreAccount = (
  services: Services,
  actor: Account,
  { accountId, reason }: z.output<typeof changePersonInput>,
): Promise<ChangePersonResult> =>
  changePerson(services, actor, {
    accountId,
    reason,
    change: 'restore',
    action: 'account.restored',
    apply: (tx) => setStatus(tx, accountId, 'active'),
  });
