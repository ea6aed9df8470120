import {
  type Account,
  type ChangePersonResult,
  isStaff,
  type PersonChange,
  personChangeSchema,
} from '@plaza/contracts';
import type { AccountRecord } from '../account-record.ts';

export type Refusal = Extract<ChangePersonResult, { ok: false }>;

/** Who wants to change whom. */
export interface Standing {
  actor: Pick<Account, 'id' | 'roles'>;
  person: Pick<AccountRecord, 'id' | 'roles' | 'status'>;
  /** Admins who may sign in. */
  adminCount: number;
}

const refuse = (code: Refusal['code'], message: string): Refusal => ({ ok: false, code, message });

/** Why a step may not be taken, or null. Whether the asker's role has the step at all is the policy's to say. */
export function refuseChange(change: PersonChange, standing: Standing): Refusal | null {
  const { actor, person } = standing;
  if (actor.id === person.id)
    return refuse('own_account', 'Nobody changes their own account here. Ask another admin.');
  if (person.status === 'erased') return refuse('wrong_status', 'This account was erased.');
  if (isStaff(person) && !actor.roles.includes('admin'))
    return refuse('staff_account', 'Only an admin may do this to an account of the staff.');
  switch (change) {
    case 'suspend':
      if (person.status !== 'active') return refuse('wrong_status', 'This account is suspended already.');
      return refuseLossOfLastAdmin(standing);
    case 'restore':
      return person.status === 'suspended' ? null : refuse('wrong_status', 'This account is not suspended.');
    case 'changeRoles':
    case 'endSessions':
      return null;
  }
}

/** Somebody has to be left who can let others in again. */
export function refuseLossOfLastAdmin({ person, adminCount }: Standing): Refusal | null {
  const isLast = person.status === 'active' && person.roles.includes('admin') && adminCount <= 1;
  return isLast ? refuse('last_admin', 'This is the last admin. Make somebody else an admin first.') : null;
}

/** What those who are not admins may do: help somebody whose device is lost. */
const SUPPORT_CHANGES: readonly PersonChange[] = ['endSessions'];

/** The steps that a page offers. */
export const listChanges = (standing: Standing): PersonChange[] =>
  personChangeSchema.options.filter(
    (change) =>
      (standing.actor.roles.includes('admin') || SUPPORT_CHANGES.includes(change)) &&
      refuseChange(change, standing) === null,
  );
