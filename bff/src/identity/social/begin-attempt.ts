import type { SocialError } from '@plaza/contracts';
import { networkOf } from '@plaza/edge/remote-address';
import { paths, safeReturnTo } from '@plaza/navigation/paths';
import type { LimitRule } from '../../platform/rate-limits.ts';
import type { Context } from '../../platform/trpc.ts';
import { hashToken, newToken } from '../tokens.ts';
import { deriveProofs } from './proofs.ts';
import { ProviderProblem } from './provider.ts';
import { providersOf } from './providers.ts';
import { insertAttempt } from './social-attempt.repository.ts';

const ATTEMPT_MS = 10 * 60_000;
const FROM_NETWORK: LimitRule = { name: 'social-begin', points: 60, durationS: 600 };
const MAX_RETURN_LENGTH = 1_000;

export type BeginResult = { ok: true; href: string } | { ok: false; code: SocialError };

/**
 * Prepares a way to a provider and back: gives the browser a cookie that only this way fits, and answers where to send
 * it. @param input.accountId whose account is to be connected; null to sign in
 */
export async function beginAttempt(
  { services, visitor }: Context,
  input: { providerId: string; accountId: string | null; returnTo: string },
): Promise<BeginResult> {
  const provider = providersOf(services).get(input.providerId);
  if (!provider) return { ok: false, code: 'unknown_provider' };
  const limit = await services.rateLimits.consume(FROM_NETWORK, networkOf(visitor.remoteAddress));
  if (!limit.allowed) return { ok: false, code: 'too_many_attempts' };

  const token = newToken();
  const expiresAt = new Date(services.clock.now().getTime() + ATTEMPT_MS);
  let href: string;
  try {
    href = await provider.authorizationUrl(
      redirectUriOf(services.env.PUBLIC_URL, provider.id),
      deriveProofs(token),
    );
  } catch (error) {
    if (!(error instanceof ProviderProblem)) throw error;
    services.log.warn({ err: error, provider: provider.id }, 'a provider cannot be asked');
    return { ok: false, code: error.code };
  }
  await insertAttempt(services.database.client, {
    tokenHash: hashToken(token),
    purpose: input.accountId === null ? 'sign_in' : 'link',
    provider: provider.id,
    accountId: input.accountId,
    returnTo: returnPath(input.returnTo),
    profile: null,
    codeHash: null,
    expiresAt,
  });
  visitor.writeCookie('social', token, expiresAt);
  return { ok: true, href };
}

/** One for each provider, and the only one that it accepts: an answer of one is never taken for another's. */
export const redirectUriOf = (publicUrl: string, providerId: string): string =>
  `${new URL(publicUrl).origin}/api/social/${providerId}/callback`;

/** A path of the shop to go on to, and never back to a form that signs in. */
function returnPath(wanted: string): string {
  const path = safeReturnTo({ returnTo: wanted });
  const isForm = /^\/(?:sign-in|register|api)(?:[/?#]|$)/.test(path);
  return isForm || path.length > MAX_RETURN_LENGTH ? paths.home() : path;
}
