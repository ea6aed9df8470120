import { type Account, type ChangePersonResult, type changeRolesInput, STAFF_ROLES } from '@plaza/contracts';
import type { z } from 'zod';
import type { Services } from '../../platform/services.ts';
import { deleteSessionsOf } from '../session.repository.ts';
import { changePerson } from './change-person.ts';
import { setStaffRoles } from './people.repository.ts';
import { type Refusal, refuseLossOfLastAdmin, type Standing } from './person-rules.ts';

/** Gives and takes the roles of staff. With other rights somebody signs in anew: every session ends. */
export const changeRoles = (
  services: Services,
  actor: Account,
  { accountId, reason, staffRoles: wanted }: z.output<typeof changeRolesInput>,
): Promise<ChangePersonResult> => {
  const staffRoles = STAFF_ROLES.filter((role) => wanted.includes(role));
  const refuse = (standing: Standing): Refusal | null => {
    const before = STAFF_ROLES.filter((role) => standing.person.roles.includes(role));
    if (before.join() === staffRoles.join())
      return { ok: false, code: 'unchanged', message: 'The account has these roles already.' };
    return staffRoles.includes('admin') ? null : refuseLossOfLastAdmin(standing);
  };
  return changePerson(services, actor, {
    accountId,
    reason,
    change: 'changeRoles',
    action: 'account.roles_changed',
    details: { staffRoles },
    refuse,
    apply: async (tx) => {
      await setStaffRoles(tx, accountId, staffRoles);
      await deleteSessionsOf(tx, { accountId });
    },
  });
};
