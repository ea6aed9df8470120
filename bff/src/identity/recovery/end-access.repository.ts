import type { Query } from '../../platform/query.ts';
import { deleteClientsOf } from '../access-tokens/public.ts';
import { deleteSessionsOf } from '../session.repository.ts';

/** Signs an account out everywhere: sessions, programs that act for it, browsers that are spared the second proof, sign-ins that are under way. */
export async function endAllAccess(query: Query, accountId: string): Promise<void> {
  await deleteSessionsOf(query, { accountId });
  await deleteClientsOf(query, accountId);
  await query`delete from remembered_device where account_id = ${accountId}`;
  await query`delete from sign_in_challenge where account_id = ${accountId}`;
}

/**
 * Takes every way in from an account whose address nobody had proved: whoever set them up may be somebody else than the
 * person who now turns out to be the owner of the address.
 */
export async function forgetUnprovedAccess(query: Query, accountId: string): Promise<void> {
  await endAllAccess(query, accountId);
  await query`delete from factor where account_id = ${accountId}`;
  await query`delete from recovery_code where account_id = ${accountId}`;
  await query`delete from social_identity where account_id = ${accountId}`;
  await query`delete from security_answer where account_id = ${accountId}`;
}
