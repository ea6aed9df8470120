import { z } from 'zod';
import { idSchema } from './ids.ts';

export const roleSchema = z.enum(['buyer', 'seller', 'support', 'admin']);
export type Role = z.infer<typeof roleSchema>;

export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email({ error: 'Enter an e-mail address such as name@example.com.' }));

/** Long enough to resist guessing, short enough that hashing one cannot be used to exhaust the server. */
export const newPasswordSchema = z
  .string()
  .min(10, { error: 'Use at least 10 characters.' })
  .max(200, { error: 'Use at most 200 characters.' });

export const accountSchema = z.object({
  id: idSchema,
  email: z.string(),
  displayName: z.string(),
  roles: z.array(roleSchema),
  /** The seller that this account owns, when it sells. */
  seller: z.object({ id: idSchema, slug: z.string(), name: z.string() }).nullable(),
});
export type Account = z.infer<typeof accountSchema>;

export const signInInput = z.object({
  email: emailSchema,
  password: z.string().min(1, { error: 'Enter your password.' }).max(200),
});
export const signUpInput = z.object({
  email: emailSchema,
  password: newPasswordSchema,
  displayName: z.string().trim().min(1, { error: 'Enter your name.' }).max(80),
});

export const signInResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), account: accountSchema }),
  z.object({
    ok: z.literal(false),
    code: z.enum(['wrong_credentials', 'too_many_attempts']),
    message: z.string(),
  }),
]);
export const signUpResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), account: accountSchema }),
  z.object({ ok: z.literal(false), code: z.enum(['email_taken', 'weak_password']), message: z.string() }),
]);
