import { randomInt } from 'node:crypto';
import { networkOf } from '@plaza/edge/remote-address';
import { queueMail } from '../../notification/public.ts';
import type { LimitRule } from '../../platform/rate-limits.ts';
import type { Context } from '../../platform/trpc.ts';
import { hashToken, newToken } from '../tokens.ts';
import { hashCode } from './proofs.ts';
import type { SocialProfile, SocialProvider } from './provider.ts';
import { insertAttempt } from './social-attempt.repository.ts';
import { CODE_LIFE_MS, socialCode } from './social-code.mail.ts';

const TO_ADDRESS: LimitRule = { name: 'social-code-address', points: 5, durationS: 3600 };
const FROM_NETWORK: LimitRule = { name: 'social-code-network', points: 20, durationS: 3600 };

/** What a profile is sealed as while its address waits to be confirmed. */
export const PROFILE_CONTEXT = 'social_attempt.profile';

/**
 * Sends a code to the address that a provider told without saying whose it is. The code counts only in this browser,
 * which has been at the provider: who merely reads the mail, or merely guesses, gets nowhere. False when it is too many mails.
 */
export async function askForCode(
  { services, visitor }: Context,
  provider: SocialProvider,
  profile: SocialProfile & { email: string },
  returnTo: string,
): Promise<boolean> {
  const { database, sealing, rateLimits, clock } = services;
  const limits = [
    await rateLimits.consume(FROM_NETWORK, networkOf(visitor.remoteAddress)),
    await rateLimits.consume(TO_ADDRESS, hashToken(profile.email)),
  ];
  if (limits.some(({ allowed }) => !allowed)) return false;

  const token = newToken();
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + CODE_LIFE_MS);
  await database.client.begin(async (query) => {
    await insertAttempt(query, {
      tokenHash: hashToken(token),
      purpose: 'confirm_email',
      provider: provider.id,
      accountId: null,
      returnTo,
      profile: sealing.seal(JSON.stringify(profile), PROFILE_CONTEXT),
      codeHash: hashCode(token, code),
      expiresAt,
    });
    await queueMail(query, socialCode, {
      to: profile.email,
      data: { code, providerName: provider.name },
      dedupeKey: hashToken(token),
      now,
    });
  });
  services.mailWaker.wake();
  visitor.writeCookie('social', token, expiresAt);
  return true;
}
