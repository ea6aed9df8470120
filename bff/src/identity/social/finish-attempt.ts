import type { FirstFactorResult, SocialError } from '@plaza/contracts';
import type { Context } from '../../platform/trpc.ts';
import { hashToken } from '../tokens.ts';
import { askForCode } from './ask-for-code.ts';
import { redirectUriOf } from './begin-attempt.ts';
import { noteRefusal } from './note-refusal.ts';
import { deriveProofs, isSame } from './proofs.ts';
import { ProviderProblem, type SocialProfile, type SocialProvider } from './provider.ts';
import { providersOf } from './providers.ts';
import { linkIdentity, settleSignIn } from './settle-sign-in.ts';
import { type SocialAttempt, takeAttempt } from './social-attempt.repository.ts';
import { findLinkedAccountId } from './social-identity.repository.ts';

/** What became of a way to a provider and back. */
export type Finished =
  | { kind: 'signed_in'; returnTo: string }
  | { kind: 'second_factor'; returnTo: string }
  | { kind: 'confirm_email' }
  | { kind: 'linked' }
  | { kind: 'problem'; code: SocialError; purpose: 'sign_in' | 'link'; returnTo: string };

/**
 * Ends the way that this browser began at a provider. The state is compared before anything is used up, so that
 * nobody else can end it; then the attempt is taken out, so that it ends once.
 * @param query what the browser brought back, beginning with `?` or empty
 */
export async function finishAttempt(
  ctx: Context,
  input: { providerId: string; query: string },
): Promise<Finished> {
  const { services, visitor } = ctx;
  const problem = (code: SocialError, { purpose, returnTo }: Way = NO_WAY): Finished => ({
    kind: 'problem',
    code,
    purpose: purpose === 'link' ? 'link' : 'sign_in',
    returnTo,
  });
  const provider = providersOf(services).get(input.providerId);
  if (!provider) return problem('unknown_provider');
  const token = visitor.readCookie('social');
  if (token === null) return problem('state_mismatch');
  const callbackUrl = new URL(redirectUriOf(services.env.PUBLIC_URL, provider.id) + input.query);
  const proofs = deriveProofs(token);
  const state = callbackUrl.searchParams.getAll('state');
  if (state.length !== 1 || !isSame(state[0] ?? '', proofs.state)) return problem('state_mismatch');
  const attempt = await takeAttempt(services.database.client, {
    tokenHash: hashToken(token),
    provider: provider.id,
    now: services.clock.now(),
  });
  if (!attempt) return problem('state_mismatch');
  visitor.writeCookie('social', null, new Date(0));

  let profile: SocialProfile;
  try {
    profile = await provider.readProfile(callbackUrl, proofs);
  } catch (error) {
    if (!(error instanceof ProviderProblem)) throw error;
    if (error.code !== 'denied')
      services.log.warn({ err: error, provider: provider.id }, 'a provider was not believed');
    if (error.code === 'provider_refused' && attempt.purpose === 'sign_in')
      await noteRefusal(ctx, provider, null);
    return problem(error.code, attempt);
  }
  if (attempt.purpose === 'link') return finishLink(ctx, attempt, provider, profile);
  const settled = await settleSignIn(ctx, provider, profile);
  if (settled.kind === 'problem') return problem(settled.code, attempt);
  if (settled.kind === 'first_factor') return toFinished(settled.result, attempt);
  const { email } = settled;
  const asked = await askForCode(ctx, provider, { ...profile, email }, attempt.returnTo);
  return asked ? { kind: 'confirm_email' } : problem('too_many_attempts', attempt);
}

type Way = Pick<SocialAttempt, 'purpose' | 'returnTo'>;
const NO_WAY: Way = { purpose: 'sign_in', returnTo: '/' };

function toFinished(result: FirstFactorResult, { returnTo }: SocialAttempt): Finished {
  if (result.code === 'signed_in') return { kind: 'signed_in', returnTo };
  if (result.code === 'second_factor_required') return { kind: 'second_factor', returnTo };
  return { kind: 'problem', code: 'suspended', purpose: 'sign_in', returnTo };
}

async function finishLink(
  ctx: Context,
  attempt: SocialAttempt,
  provider: SocialProvider,
  profile: SocialProfile,
): Promise<Finished> {
  const problem = (code: SocialError): Finished => ({
    kind: 'problem',
    code,
    purpose: 'link',
    returnTo: '/',
  });
  const session = await ctx.visitor.session();
  if (!session || session.account.id !== attempt.accountId) return problem('session_changed');
  if (await linkIdentity(ctx, provider, profile, session.account)) return { kind: 'linked' };
  const key = { provider: provider.id, subject: profile.subject };
  const owner = await findLinkedAccountId(ctx.services.database.client, key);
  if (owner === session.account.id) return { kind: 'linked' };
  return problem(owner === null ? 'provider_taken' : 'identity_taken');
}
