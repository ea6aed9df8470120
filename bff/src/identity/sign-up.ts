import type { signUpInput, signUpResult } from '@plaza/contracts';
import { networkOf } from '@plaza/edge/remote-address';
import { TRPCError } from '@trpc/server';
import type { z } from 'zod';
import type { LimitRule } from '../platform/rate-limits.ts';
import type { Context } from '../platform/trpc.ts';
import { findAccountByEmail, insertAccount } from './account.repository.ts';
import { requireCaptcha } from './captcha/require-captcha.ts';
import { refuseWeakPassword } from './passwords/refuse-weak-password.ts';
import { TOKEN_LIFE_MS } from './recovery/purposes.ts';
import { mayMail, type Registration, sendRegistrationMail } from './recovery/registration.ts';
import { hashToken, newToken } from './tokens.ts';
import { noteRegistration } from './watch/note-sign-in.ts';
import { isRegistrationThrottled } from './watch/throttle.ts';

const FROM_ADDRESS: LimitRule = { name: 'sign-up-address', points: 60, durationS: 3600 };
/** From an address about which the watch has noticed something. */
const FROM_NOTICED_ADDRESS: LimitRule = { name: 'sign-up-noticed-address', points: 10, durationS: 3600 };

/**
 * Opens an account for somebody who buys or, with a shop, sells. Nobody is signed in: a link goes to the address, and
 * whoever opens it goes on. Answer, cookie and work are the same when the address has an account, whose owner is told by
 * mail; so is what a later link of the same address leads to (see `recovery/verify-email.ts`).
 * @throws TOO_MANY_REQUESTS when an address opens accounts by the dozen
 */
export async function signUp(
  ctx: Context,
  input: z.output<typeof signUpInput>,
): Promise<z.input<typeof signUpResult>> {
  const { services, visitor } = ctx;
  const { email, displayName, shop = null, returnTo = null } = input;
  const weakness = refuseWeakPassword(input.password, [email, displayName, shop?.name ?? '']);
  if (weakness) return { ok: false, code: 'weak_password', message: weakness.message };
  const captcha = await requireCaptcha(services, { payload: input.captcha, purpose: 'sign_up' });
  if (!captcha.ok) return captcha;
  const isNoticed = await isRegistrationThrottled(services, visitor.remoteAddress);
  const rule = isNoticed ? FROM_NOTICED_ADDRESS : FROM_ADDRESS;
  const limit = await services.rateLimits.consume(rule, networkOf(visitor.remoteAddress));
  if (!limit.allowed)
    throw new TRPCError({ code: 'TOO_MANY_REQUESTS', message: 'Too many new accounts. Try again later.' });

  const { database, sealing, clock } = services;
  const now = clock.now();
  const passwordHash = await services.passwords.hash(input.password);
  const browser = newToken();
  const typed = { passwordHash, displayName, shop };
  const registration: Registration = { browserHash: hashToken(browser), typed, returnTo };
  const isMailed = await mayMail(services, email);
  await database.client.begin(async (tx) => {
    const opened = await insertAccount(tx, sealing, {
      ...{ email, displayName, passwordHash, now },
      emailVerifiedAt: null,
    });
    const account = opened ?? (await findAccountByEmail(tx, sealing, email));
    if (account && isMailed) await sendRegistrationMail(tx, { account, email, registration, now });
  });
  services.mailWaker.wake();
  noteRegistration(ctx, email);
  visitor.writeCookie('registration', browser, new Date(now.getTime() + TOKEN_LIFE_MS.verify_email));
  return { ok: true, code: 'check_mail' };
}
