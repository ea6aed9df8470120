import type { LinkRequestResult, requestEmailChangeInput } from '@plaza/contracts';
import type { z } from 'zod';
import { queueMail } from '../../notification/public.ts';
import type { LimitRule } from '../../platform/rate-limits.ts';
import type { Services } from '../../platform/services.ts';
import type { Session } from '../../platform/trpc.ts';
import { findAccountByEmail } from '../account.repository.ts';
import { accountExistsMail, confirmAddressMail } from '../mails/link.mails.ts';
import { hashToken } from '../tokens.ts';
import { issueToken } from './one-time-tokens.ts';
import { mayMail } from './registration.ts';
import { tooManyAttempts } from './too-many-attempts.ts';

/** What the wanted address is sealed as while its link is under way. */
export const WANTED_EMAIL_CONTEXT = 'one_time_token.email';
const BY_ACCOUNT: LimitRule = { name: 'email-change', points: 10, durationS: 86_400 };

/** Sends a link to the address that an account is to have. The answer does not tell whether it has an account already. */
export async function requestEmailChange(
  { services, session }: { services: Services; session: Session },
  { email }: z.output<typeof requestEmailChangeInput>,
): Promise<LinkRequestResult> {
  const { account } = session;
  const limit = await services.rateLimits.consume(BY_ACCOUNT, account.id);
  if (!limit.allowed) return tooManyAttempts(limit.retryAfterMs);
  if (email !== account.email && (await mayMail(services, email))) {
    const { sealing, clock, database, mailWaker } = services;
    const now = clock.now();
    await database.client.begin(async (tx) => {
      const taken = await findAccountByEmail(tx, sealing, email);
      const token = await issueToken(tx, {
        purpose: 'change_email',
        accountId: account.id,
        data: { email: sealing.seal(email, WANTED_EMAIL_CONTEXT) },
        now,
      });
      const dedupeKey = hashToken(token);
      if (taken) await queueMail(tx, accountExistsMail, { to: email, data: {}, dedupeKey, now });
      else {
        const data = { token, displayName: account.displayName };
        await queueMail(tx, confirmAddressMail, { to: email, data, dedupeKey, now });
      }
    });
    mailWaker.wake();
  }
  return { ok: true, code: 'done' };
}
