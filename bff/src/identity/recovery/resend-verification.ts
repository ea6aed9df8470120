import type { LinkRequestResult } from '@plaza/contracts';
import type { LimitRule } from '../../platform/rate-limits.ts';
import type { Context } from '../../platform/trpc.ts';
import { findAccount } from '../account.repository.ts';
import { toAccount } from '../account-record.ts';
import { hashToken } from '../tokens.ts';
import { findRegistration } from './one-time-token.repository.ts';
import { mayMail, registrationSchema, sendRegistrationMail } from './registration.ts';
import { tooManyAttempts } from './too-many-attempts.ts';

const FROM_ADDRESS: LimitRule = { name: 'resend-address', points: 20, durationS: 3_600 };

/**
 * Sends what this browser was sent last because of a registration once more: to the account that is signed in, or to
 * the one that this browser registered. No address is asked for, and the answer is always the same.
 */
export async function resendVerification({ services, visitor }: Context): Promise<LinkRequestResult> {
  const limit = await services.rateLimits.consume(FROM_ADDRESS, visitor.remoteAddress);
  if (!limit.allowed) return tooManyAttempts(limit.retryAfterMs);
  const { client } = services.database;
  const account = await visitor.account();
  const browser = visitor.readCookie('registration');
  const sent = account
    ? await findRegistration(client, { accountId: account.id })
    : browser && (await findRegistration(client, { browserHash: hashToken(browser) }));
  const accountId = account?.id ?? (sent ? sent.accountId : null);
  const record = accountId === null ? null : await findAccount(client, accountId);
  if (record && record.status !== 'erased' && !account?.isEmailVerified) {
    const { email } = toAccount(record, services.sealing);
    const registration = registrationSchema.parse(sent ? sent.data : {});
    const now = services.clock.now();
    if (await mayMail(services, email))
      await client.begin((tx) => sendRegistrationMail(tx, { account: record, email, registration, now }));
    services.mailWaker.wake();
  }
  return { ok: true, code: 'done' };
}
