import type { SignInOutcome } from '@plaza/contracts';
import type { Context } from '../../platform/trpc.ts';
import { findAccountByEmail } from '../account.repository.ts';
import { noteSignIn } from '../watch/note-sign-in.ts';
import type { SocialProfile, SocialProvider } from './provider.ts';

/**
 * Lets the watch know of somebody who came from a provider and did not get in; and the owner, where their address is an
 * account's.
 * @param profile null when the provider's word is not believed
 */
export async function noteRefusal(
  ctx: Context,
  provider: SocialProvider,
  profile: SocialProfile | null,
  outcome: Extract<SignInOutcome, 'refused' | 'suspended'> = 'refused',
): Promise<void> {
  const { database, sealing } = ctx.services;
  const email = profile?.email ?? null;
  const owner = email === null ? null : await findAccountByEmail(database.client, sealing, email);
  noteSignIn(ctx, {
    accountId: owner?.id ?? null,
    claim: email ?? `${provider.id}:${profile?.subject ?? ''}`,
    method: provider.method,
    outcome,
    isKnownBrowser: false,
  });
}
