import type {
  Account,
  AddFrontendMemberResult,
  addFrontendMemberInput,
  frontendMemberInput,
} from '@plaza/contracts';
import type { z } from 'zod';
import { appendAudit } from '../audit/public.ts';
import { findAccountByEmail } from '../identity/public.ts';
import type { Services } from '../platform/services.ts';
import { notFound } from '../platform/trpc.ts';
import { deleteMember, insertMember } from './frontend-member.repository.ts';
import { requireOwn } from './own-frontend.ts';
import { deleteTokensOf } from './release-token.repository.ts';

/** Lets a developer change what visitors get of a frontend. Who may already, may. @throws NOT_FOUND */
export async function addMember(
  services: Services,
  actor: Account,
  { frontend, email, reason }: z.output<typeof addFrontendMemberInput>,
): Promise<AddFrontendMemberResult> {
  const { database, sealing, clock } = services;
  await requireOwn(services, actor, frontend);
  const account = await findAccountByEmail(database.client, sealing, email);
  if (account?.status !== 'active')
    return { ok: false, code: 'unknown_account', message: 'Nobody has registered with this address.' };
  const isDeveloper = account.roles.some((role) => role === 'developer' || role === 'admin');
  if (!isDeveloper)
    return {
      ok: false,
      code: 'not_staff',
      message: 'Make them a developer first, on the page of their account.',
    };
  await database.client.begin(async (tx) => {
    const now = clock.now();
    if (!(await insertMember(tx, { frontend, accountId: account.id }, now))) return;
    await appendAudit(tx, {
      actor: { kind: 'admin', accountId: actor.id },
      action: 'frontend.member_added',
      subject: { kind: 'frontend', id: frontend },
      reason,
      details: { memberId: account.id },
      at: now,
    });
  });
  return { ok: true };
}

/** Takes that back, and ends the tokens that they have made. @throws NOT_FOUND when they are no member */
export async function removeMember(
  { database, clock }: Services,
  actor: Account,
  { frontend, accountId, reason }: z.output<typeof frontendMemberInput>,
): Promise<null> {
  await database.client.begin(async (tx) => {
    if (!(await deleteMember(tx, { frontend, accountId }))) throw notFound('member of the team');
    await deleteTokensOf(tx, { frontend, accountId });
    await appendAudit(tx, {
      actor: { kind: 'admin', accountId: actor.id },
      action: 'frontend.member_removed',
      subject: { kind: 'frontend', id: frontend },
      reason,
      details: { memberId: accountId },
      at: clock.now(),
    });
  });
  return null;
}
