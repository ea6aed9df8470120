import type { confirmSocialInput, confirmSocialResult, PendingSocial } from '@plaza/contracts';
import type { z } from 'zod';
import type { Context } from '../../platform/trpc.ts';
import { hashToken } from '../tokens.ts';
import { PROFILE_CONTEXT } from './ask-for-code.ts';
import { noteRefusal } from './note-refusal.ts';
import { hashCode, isSame } from './proofs.ts';
import { type SocialProfile, socialProfileSchema } from './provider.ts';
import { providersOf } from './providers.ts';
import { settleSignIn } from './settle-sign-in.ts';
import {
  countGuess,
  findConfirmation,
  type SocialAttempt,
  takeConfirmation,
} from './social-attempt.repository.ts';

const MAX_GUESSES = 5;

/** For the page that asks for the code: who waits here, or null. */
export async function getPending({ services, visitor }: Context): Promise<PendingSocial | null> {
  const token = visitor.readCookie('social');
  if (token === null) return null;
  const key = { tokenHash: hashToken(token), now: services.clock.now() };
  const attempt = await findConfirmation(services.database.client, key);
  const provider = attempt && providersOf(services).get(attempt.provider);
  const email = attempt && readProfile(services, attempt)?.email;
  if (!attempt || !provider || !email) return null;
  return { providerName: provider.name, email, returnTo: attempt.returnTo };
}

/**
 * Takes the code of the mail. When it is right, the address is the person's own, as if the provider had said so; the
 * rules of `settleSignIn` follow. Five guesses, then the way to the provider has to be gone anew.
 */
export async function confirmEmail(
  ctx: Context,
  { code }: z.output<typeof confirmSocialInput>,
): Promise<z.input<typeof confirmSocialResult>> {
  const { services, visitor } = ctx;
  const { client } = services.database;
  const token = visitor.readCookie('social');
  const expired = { ok: false, code: 'code_expired' } as const;
  if (token === null) return expired;
  const key = { tokenHash: hashToken(token), now: services.clock.now() };
  const attempt = await countGuess(client, { ...key, maxGuesses: MAX_GUESSES });
  const provider = attempt && providersOf(services).get(attempt.provider);
  const profile = attempt && readProfile(services, attempt);
  if (!attempt || !provider || !profile) return expired;
  if (!isSame(attempt.codeHash ?? '', hashCode(token, code))) {
    await noteRefusal(ctx, provider, profile);
    return { ok: false, code: 'wrong_code' };
  }
  if (!(await takeConfirmation(client, key.tokenHash))) return expired;
  visitor.writeCookie('social', null, new Date(0));

  const settled = await settleSignIn(ctx, provider, { ...profile, isEmailVerified: true });
  if (settled.kind === 'first_factor') return settled.result;
  return { ok: false, code: 'sign_in_first' };
}

const readProfile = (services: Context['services'], { profile }: SocialAttempt): SocialProfile | null =>
  profile === null
    ? null
    : socialProfileSchema.parse(JSON.parse(services.sealing.open(profile, PROFILE_CONTEXT)));
