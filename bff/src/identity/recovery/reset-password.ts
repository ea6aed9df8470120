import type { ResetPasswordResult, resetPasswordInput } from '@plaza/contracts';
import type { z } from 'zod';
import { appendAudit } from '../../audit/public.ts';
import { queueMail } from '../../notification/public.ts';
import type { Query } from '../../platform/query.ts';
import type { LimitRule } from '../../platform/rate-limits.ts';
import type { Services } from '../../platform/services.ts';
import type { Context } from '../../platform/trpc.ts';
import { findAccount, markEmailVerified, savePasswordHash } from '../account.repository.ts';
import { type AccountRecord, toAccount } from '../account-record.ts';
import { finishFirstFactor } from '../finish-first-factor.ts';
import { passwordChangedMail } from '../mails/notice.mails.ts';
import { refuseWeakPassword } from '../passwords/refuse-weak-password.ts';
import { hashToken } from '../tokens.ts';
import { endAllAccess, forgetUnprovedAccess } from './end-access.repository.ts';
import { countGuess, voidTokens } from './one-time-token.repository.ts';
import { LINK_INVALID, readToken, useToken } from './one-time-tokens.ts';
import { listAnswers } from './security-answer.repository.ts';
import { areRight } from './security-questions.ts';

/** Guesses at the questions that one link bears, and that an account bears in a day, by however many links. */
const MAX_GUESSES = 5;
const ON_ACCOUNT: LimitRule = { name: 'reset-answers', points: 15, durationS: 86_400 };

type Input = z.output<typeof resetPasswordInput>;

/**
 * Sets a new password by a mailed link. Everybody is signed out everywhere. Whoever holds the link is signed in, or asked
 * for a second proof when the account has one: the link stands for the password and for nothing more.
 */
export async function resetPassword(ctx: Context, input: Input): Promise<ResetPasswordResult> {
  const { services } = ctx;
  const { client } = services.database;
  const shown = { token: input.token, purpose: 'reset_password', now: services.clock.now() } as const;
  const found = await readToken(client, shown);
  const before = found && (await findAccount(client, found.accountId));
  if (before?.status !== 'active') return LINK_INVALID;
  const { email, displayName, seller } = toAccount(before, services.sealing);
  const weakness = refuseWeakPassword(input.password, [email, displayName, seller?.name ?? '']);
  if (weakness) return { ok: false, code: 'weak_password', message: weakness.message };
  const refusal = await refuseAnswers(services, before, input, shown.now);
  if (refusal) return refusal;

  const passwordHash = await services.passwords.hash(input.password);
  const isTaken = await client.begin(async (tx) => {
    if ((await useToken(tx, shown)) === null) return false;
    await settle(tx, { before, email, passwordHash, tokenHash: hashToken(input.token), now: shown.now });
    return true;
  });
  if (!isTaken) return LINK_INVALID;
  services.changes.tell(`account:${before.id}`);
  services.mailWaker.wake();
  const after = await findAccount(client, before.id);
  return after ? finishFirstFactor(ctx, after, 'password') : LINK_INVALID;
}

/** The questions that the owner chose to be asked besides the link. */
async function refuseAnswers(
  services: Services,
  { id }: AccountRecord,
  { token, answers }: Input,
  now: Date,
): Promise<Extract<ResetPasswordResult, { ok: false }> | null> {
  const { client } = services.database;
  const asked = await listAnswers(client, id);
  if (asked.length === 0) return null;
  const guess = {
    tokenHash: hashToken(token),
    purpose: 'reset_password',
    now,
    maxGuesses: MAX_GUESSES,
  } as const;
  if (!(await countGuess(client, guess))) return LINK_INVALID;
  const limit = await services.rateLimits.consume(ON_ACCOUNT, id);
  if (limit.allowed && (await areRight(services, asked, answers))) return null;
  const message = 'These are not the answers that you gave. After a few attempts the link stops working.';
  return { ok: false, code: 'wrong_answers', message };
}

async function settle(
  tx: Query,
  input: { before: AccountRecord; email: string; passwordHash: string; tokenHash: string; now: Date },
): Promise<void> {
  const { before, email, passwordHash, tokenHash, now } = input;
  const accountId = before.id;
  await savePasswordHash(tx, { accountId, passwordHash });
  if (before.emailVerifiedAt === null) await forgetUnprovedAccess(tx, accountId);
  else await endAllAccess(tx, accountId);
  await markEmailVerified(tx, { accountId, at: now });
  await voidTokens(tx, { accountId, purposes: ['reset_password', 'verify_email', 'change_email'], now });
  await queueMail(tx, passwordChangedMail, {
    to: email,
    data: { at: now.toISOString() },
    dedupeKey: tokenHash,
    now,
  });
  await appendAudit(tx, {
    actor: { kind: 'account', accountId },
    action: 'account.password_reset',
    subject: { kind: 'account', id: accountId },
    at: now,
  });
}
