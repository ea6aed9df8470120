import type { signUpInput, signUpResult } from '@plaza/contracts';
import { TRPCError } from '@trpc/server';
import type { z } from 'zod';
import type { LimitRule } from '../platform/rate-limits.ts';
import type { Context } from '../platform/trpc.ts';
import { insertAccount } from './account.repository.ts';
import { toAccount } from './account-record.ts';
import { beginVisit } from './begin-visit.ts';
import { requireCaptcha } from './captcha/require-captcha.ts';
import { refuseWeakPassword } from './passwords/refuse-weak-password.ts';

const FROM_ADDRESS: LimitRule = { name: 'sign-up-address', points: 60, durationS: 3600 };

/**
 * Opens a buyer's account and signs the browser in.
 * @throws TOO_MANY_REQUESTS when an address opens accounts by the dozen
 */
export async function signUp(
  ctx: Context,
  input: z.output<typeof signUpInput>,
): Promise<z.input<typeof signUpResult>> {
  const { services, visitor } = ctx;
  const weakness = refuseWeakPassword(input.password, [input.email, input.displayName]);
  if (weakness) return { ok: false, code: 'weak_password', message: weakness.message };
  const captcha = await requireCaptcha(services, { payload: input.captcha, purpose: 'sign_up' });
  if (!captcha.ok) return captcha;
  const limit = await services.rateLimits.consume(FROM_ADDRESS, visitor.remoteAddress);
  if (!limit.allowed)
    throw new TRPCError({ code: 'TOO_MANY_REQUESTS', message: 'Too many new accounts. Try again later.' });

  const passwordHash = await services.passwords.hash(input.password);
  const { email, displayName } = input;
  const record = await insertAccount(services.database.client, services.sealing, {
    email,
    displayName,
    passwordHash,
    emailVerifiedAt: null,
    now: services.clock.now(),
  });
  if (!record)
    return {
      ok: false,
      code: 'email_taken',
      message: 'This e-mail address already has an account. Sign in instead.',
    };
  const account = toAccount(record, services.sealing);
  await beginVisit(ctx, account, ['password']);
  return { ok: true, account };
}
