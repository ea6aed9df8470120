import type { Account, ChangePersonResult, PersonChange } from '@plaza/contracts';
import { type AuditInput, appendAudit } from '../../audit/public.ts';
import type { Query } from '../../platform/query.ts';
import type { Services } from '../../platform/services.ts';
import { notFound } from '../../platform/trpc.ts';
import type { AccountRecord } from '../account-record.ts';
import { lockAdmins, lockPerson } from './people.repository.ts';
import { type Refusal, refuseChange, type Standing } from './person-rules.ts';

interface PersonChangeInput {
  accountId: string;
  reason: string;
  change: PersonChange;
  /** What the audit log calls it. */
  action: AuditInput['action'];
  /** For the audit log; no personal data. */
  details?: AuditInput['details'];
  /** Further reasons to refuse. */
  refuse?: (standing: Standing) => Refusal | null;
  apply: (tx: Query, person: AccountRecord) => Promise<void>;
}

/**
 * Changes an account on behalf of staff: checked, carried out and written to the audit log in one transaction.
 * @throws NOT_FOUND
 */
export async function changePerson(
  services: Services,
  actor: Account,
  input: PersonChangeInput,
): Promise<ChangePersonResult> {
  const result = await services.database.client.begin((tx) => changeLocked(services, tx, actor, input));
  services.changes.tell(`account:${input.accountId}`);
  return result;
}

async function changeLocked(
  { clock }: Services,
  tx: Query,
  actor: Account,
  { accountId, reason, change, action, details, refuse, apply }: PersonChangeInput,
): Promise<ChangePersonResult> {
  const admins = await lockAdmins(tx);
  const person = await lockPerson(tx, accountId);
  if (!person) throw notFound('account');
  const standing = { actor, person, adminCount: admins.length };
  const refusal = refuseChange(change, standing) ?? refuse?.(standing) ?? null;
  if (refusal) return refusal;
  await apply(tx, person);
  await appendAudit(tx, {
    actor: { kind: 'admin', accountId: actor.id },
    action,
    subject: { kind: 'account', id: accountId },
    reason,
    ...(details && { details }),
    at: clock.now(),
  });
  return { ok: true };
}
