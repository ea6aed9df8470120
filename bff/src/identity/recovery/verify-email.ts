import type { VerifyEmailResult, verifyEmailInput } from '@plaza/contracts';
import type { z } from 'zod';
import { appendAudit } from '../../audit/public.ts';
import { adoptGuestOrders } from '../../order/public.ts';
import type { Query } from '../../platform/query.ts';
import type { LimitRule } from '../../platform/rate-limits.ts';
import type { Context } from '../../platform/trpc.ts';
import { openShop } from '../../seller/public.ts';
import { findAccount, markEmailVerified, saveRegistration } from '../account.repository.ts';
import { type AccountRecord, toAccount } from '../account-record.ts';
import { finishFirstFactor } from '../finish-first-factor.ts';
import { hashToken } from '../tokens.ts';
import { forgetUnprovedAccess } from './end-access.repository.ts';
import { LINK_INVALID, readToken, useToken } from './one-time-tokens.ts';
import { registrationSchema } from './registration.ts';
import { tooManyAttempts } from './too-many-attempts.ts';

const GUESSES: LimitRule = { name: 'verify-password', points: 5, durationS: 3_600 };

type Parsed = z.output<typeof registrationSchema>;
/** How it is known that whoever opens the link is who registered: the address alone says only that they read its mail. */
type Proof = 'session' | 'registration';
type Refusal = Extract<VerifyEmailResult, { ok: false }>;

/**
 * Takes a link by which somebody shows that an address is theirs. It counts in the browser that registered, in one that
 * is signed in to the account, or with the password of the registration: else somebody could register an address that
 * is not theirs and have its owner open the account for them. Signs in, and takes the guest's cart along.
 */
export async function verifyEmail(
  ctx: Context,
  { token, password }: z.output<typeof verifyEmailInput>,
): Promise<VerifyEmailResult> {
  const { services, visitor } = ctx;
  const { client } = services.database;
  const shown = { token, purpose: 'verify_email', now: services.clock.now() } as const;
  const found = await readToken(client, shown);
  const before = found && (await findAccount(client, found.accountId));
  if (!found || before?.status !== 'active') return LINK_INVALID;
  const registration = registrationSchema.parse(found.data);
  const proof = await prove(ctx, { tokenHash: hashToken(token), before, registration, password });
  if (typeof proof !== 'string') return proof;

  const isTaken = await client.begin(async (tx) => {
    if ((await useToken(tx, shown)) === null) return false;
    await settle(tx, { before, registration, proof, now: shown.now });
    return true;
  });
  if (!isTaken) return LINK_INVALID;
  services.changes.tell(`account:${before.id}`);
  const verified = { ok: true, code: 'verified', returnTo: registration.returnTo } as const;
  const after = await findAccount(client, before.id);
  if (!after) return LINK_INVALID;
  if (proof === 'session') {
    await adoptGuestOrders(services, toAccount(after, services.sealing));
    return verified;
  }
  visitor.writeCookie('registration', null, new Date(0));
  const outcome = await finishFirstFactor(ctx, after, 'password');
  return outcome.ok ? verified : outcome;
}

async function prove(
  { services, visitor }: Context,
  input: { tokenHash: string; before: AccountRecord; registration: Parsed; password: string | undefined },
): Promise<Proof | Refusal> {
  const { tokenHash, before, registration, password } = input;
  const signedIn = await visitor.account();
  if (signedIn?.id === before.id) return 'session';
  const browser = visitor.readCookie('registration');
  if (browser !== null && hashToken(browser) === registration.browserHash) return 'registration';
  const passwordHash = registration.typed?.passwordHash ?? before.passwordHash;
  if (passwordHash === null) {
    const message = 'Open this link in the browser where you are signed in.';
    return { ok: false, code: 'sign_in_required', message };
  }
  if (password === undefined) {
    const message = 'Enter the password that you chose, so that nobody else can open your account.';
    return { ok: false, code: 'password_required', message };
  }
  const limit = await services.rateLimits.consume(GUESSES, tokenHash);
  if (!limit.allowed) return tooManyAttempts(limit.retryAfterMs);
  const { isRight } = await services.passwords.verify(passwordHash, password);
  if (isRight) return 'registration';
  const message = 'This is not the password of this registration.';
  return { ok: false, code: 'wrong_password', message };
}

async function settle(
  tx: Query,
  input: { before: AccountRecord; registration: Parsed; proof: Proof; now: Date },
): Promise<void> {
  const { before, registration, proof, now } = input;
  const { typed } = registration;
  const accountId = before.id;
  const isSamePassword = typed?.passwordHash === before.passwordHash;
  if (typed && proof === 'registration' && !isSamePassword) {
    // The address was registered before, perhaps by somebody else: what they chose and set up counts for nothing.
    await forgetUnprovedAccess(tx, accountId);
    await saveRegistration(tx, { accountId, ...typed });
  }
  await markEmailVerified(tx, { accountId, at: now });
  if (typed?.shop && (proof === 'registration' || isSamePassword))
    await openShop(tx, { accountId, ...typed.shop, now });
  await appendAudit(tx, {
    actor: { kind: 'account', accountId },
    action: 'account.email_verified',
    subject: { kind: 'account', id: accountId },
    at: now,
  });
}
