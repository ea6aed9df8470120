import type { Account, JoinTeamResult, OpenInvitationResult } from '@plaza/contracts';
import { appendAudit } from '../../audit/public.ts';
import { addRole, EMAIL_CONTEXT, hashToken } from '../../identity/public.ts';
import { queueMail } from '../../notification/public.ts';
import type { Query } from '../../platform/query.ts';
import type { Services } from '../../platform/services.ts';
import { deleteInvitation, findInvitation, type InvitationRecord } from './invitation.repository.ts';
import { memberJoinedMail } from './team.mails.ts';
import { findSellerWithOwner, insertMember, lockAccount } from './team.repository.ts';

const LINK_INVALID = {
  ok: false,
  code: 'link_invalid',
  message:
    'This invitation does not work any more: it was used, withdrawn or is too old. Ask for another one.',
} as const;
const OTHER_ADDRESS = {
  ok: false,
  code: 'other_address',
  message: 'This invitation went to another address. Sign in with the account of that address.',
} as const;
const SELLS_ALREADY = {
  ok: false,
  code: 'sells_already',
  message:
    'Your account sells already, and works for one shop at a time. Ask to be invited at another address.',
} as const;

type Refusal = Extract<JoinTeamResult, { ok: false }>;

/** The invitation of a link, for the account that its mail went to. */
async function admit(
  services: Services,
  query: Query,
  account: Account,
  token: string,
): Promise<InvitationRecord | Refusal> {
  const { sealing, clock } = services;
  const found = await findInvitation(query, { tokenHash: hashToken(token), now: clock.now() });
  if (!found) return LINK_INVALID;
  if (found.emailIndex !== sealing.blindIndex(account.email, EMAIL_CONTEXT)) return OTHER_ADDRESS;
  return account.seller ? SELLS_ALREADY : found;
}

/** What an invitation is for, to be looked at before it is accepted. */
export async function openInvitation(
  services: Services,
  account: Account,
  { token }: { token: string },
): Promise<OpenInvitationResult> {
  const found = await admit(services, services.database.client, account, token);
  if ('ok' in found) return found;
  return { ok: true, sellerName: found.sellerName, permissions: found.permissions };
}

/** Accepts an invitation: the link is used up, the rights hold at once and the owner is told. */
export async function joinTeam(
  services: Services,
  account: Account,
  { token }: { token: string },
): Promise<JoinTeamResult> {
  const { database, changes, mailWaker } = services;
  const result = await database.client.begin((tx) => accept(tx, services, account, token));
  if (!result.ok) return result;
  changes.tell(`account:${account.id}`);
  mailWaker.wake();
  return result;
}

async function accept(
  tx: Query,
  services: Services,
  account: Account,
  token: string,
): Promise<JoinTeamResult> {
  const { sealing, clock } = services;
  // So that they cannot open a shop or join another team meanwhile.
  await lockAccount(tx, account.id);
  const found = await admit(services, tx, account, token);
  if ('ok' in found) return found;
  const now = clock.now();
  const { sellerId, sellerName, permissions } = found;
  const seller = await findSellerWithOwner(tx, sellerId);
  if (!seller) return LINK_INVALID;
  if (!(await insertMember(tx, { sellerId, accountId: account.id, permissions, now }))) return SELLS_ALREADY;
  await deleteInvitation(tx, { id: found.id, sellerId });
  await addRole(tx, { accountId: account.id, role: 'seller' });
  await queueMail(tx, memberJoinedMail, {
    to: sealing.open(seller.owner.email, EMAIL_CONTEXT),
    data: { memberName: account.displayName, sellerName, permissions, at: now.toISOString() },
    dedupeKey: found.id,
    now,
  });
  await appendAudit(tx, {
    actor: { kind: 'account', accountId: account.id },
    action: 'seller.member_joined',
    subject: { kind: 'seller', id: sellerId },
    details: { invitationId: found.id, permissions },
    at: now,
  });
  return { ok: true, sellerName };
}
