import type { LinkRequestResult, requestResetInput } from '@plaza/contracts';
import type postgres from 'postgres';
import type { z } from 'zod';
import { queueMail } from '../../notification/public.ts';
import type { Query } from '../../platform/query.ts';
import type { LimitRule } from '../../platform/rate-limits.ts';
import type { Context } from '../../platform/trpc.ts';
import { findAccountByEmail } from '../account.repository.ts';
import type { AccountRecord } from '../account-record.ts';
import { requireCaptcha } from '../captcha/require-captcha.ts';
import { resetPasswordMail } from '../mails/link.mails.ts';
import { hashToken } from '../tokens.ts';
import { issueToken } from './one-time-tokens.ts';
import { tooManyAttempts } from './too-many-attempts.ts';

const FROM_ADDRESS: LimitRule = { name: 'reset-address', points: 30, durationS: 3_600 };
/** Counted whether there is such an account or not; nobody is told when it is reached. */
const TO_ACCOUNT: LimitRule = { name: 'reset-account', points: 5, durationS: 3_600 };

/**
 * Sends the owner of an address a link to choose a new password by. Answer and work are the same when there is no such
 * account, or it is suspended: a link that opens nothing is stored, and the mail is taken back before it is sent.
 */
export async function requestReset(
  { services, visitor }: Context,
  { email, captcha: payload }: z.output<typeof requestResetInput>,
): Promise<LinkRequestResult> {
  const captcha = await requireCaptcha(services, { payload, purpose: 'recovery' });
  if (!captcha.ok) return captcha;
  const { rateLimits, database, sealing, clock, mailWaker } = services;
  const limit = await rateLimits.consume(FROM_ADDRESS, visitor.remoteAddress);
  if (!limit.allowed) return tooManyAttempts(limit.retryAfterMs);
  if ((await rateLimits.consume(TO_ACCOUNT, hashToken(email))).allowed) {
    const now = clock.now();
    await database.client.begin(async (tx) => {
      const found = await findAccountByEmail(tx, sealing, email);
      const account = found?.status === 'active' ? found : null;
      await keepIf(tx, account !== null, (query) => sendResetMail(query, { account, email, now }));
    });
    mailWaker.wake();
  }
  return { ok: true, code: 'done' };
}

/** Queues the mail with the link, in the caller's transaction. */
export async function sendResetMail(
  query: Query,
  { account, email, now }: { account: AccountRecord | null; email: string; now: Date },
): Promise<void> {
  const token = await issueToken(query, { purpose: 'reset_password', accountId: account?.id ?? null, now });
  await queueMail(query, resetPasswordMail, {
    to: email,
    data: { token, displayName: account?.displayName ?? '' },
    dedupeKey: hashToken(token),
    now,
  });
}

/** Does the work in any case, and takes it back unless it is to be kept. */
async function keepIf(
  tx: postgres.TransactionSql,
  isKept: boolean,
  work: (query: Query) => Promise<void>,
): Promise<void> {
  await tx`savepoint work`;
  await work(tx);
  await (isKept ? tx`release savepoint work` : tx`rollback to savepoint work`);
}
