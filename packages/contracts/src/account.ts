import { z } from 'zod';
import { countrySchema } from './address.ts';
import { CAPTCHA_REFUSALS, captchaSolutionSchema } from './captcha.ts';
import { idSchema } from './ids.ts';
import { knownPasswordSchema, newPasswordSchema } from './passwords.ts';

export const roleSchema = z.enum(['buyer', 'seller', 'support', 'developer', 'admin']);
export type Role = z.infer<typeof roleSchema>;

export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email({ error: 'Enter an e-mail address such as name@example.com.' }));

/** What somebody may do for a seller; its owner may do all of it. */
export const sellerPermissionSchema = z.enum(['listings', 'orders', 'figures', 'team']);
export type SellerPermission = z.infer<typeof sellerPermissionSchema>;
export const SELLER_PERMISSIONS = sellerPermissionSchema.options;

export const accountSchema = z.object({
  id: idSchema,
  email: z.string(),
  /** Until then one may look around and fill a cart, but neither pay nor sell. */
  isEmailVerified: z.boolean(),
  displayName: z.string(),
  avatarUrl: z.string().nullable(),
  roles: z.array(roleSchema),
  /** The seller that this account owns or works for, when it sells. */
  seller: z
    .object({
      id: idSchema,
      slug: z.string(),
      name: z.string(),
      isOwner: z.boolean(),
      permissions: z.array(sellerPermissionSchema),
    })
    .nullable(),
  createdAt: z.iso.datetime(),
});
export type Account = z.infer<typeof accountSchema>;

/** By what somebody has shown who they are. `password` to `oidc` come first, the others may come second. */
export const authMethodSchema = z.enum([
  'password',
  'passkey',
  'google',
  'github',
  'facebook',
  'oidc',
  'totp',
  'email_code',
  'sms_code',
  'recovery_code',
  'remembered_device',
]);
export type AuthMethod = z.infer<typeof authMethodSchema>;

/** What can be asked for as a second proof, strongest first. */
export const SECOND_FACTORS = ['passkey', 'totp', 'recovery_code', 'email_code', 'sms_code'] as const;
export const secondFactorSchema = z.enum(SECOND_FACTORS);
export type SecondFactor = z.infer<typeof secondFactorSchema>;

/** Why a policy refuses; `data.reason` of the API's error. */
export const refusalReasonSchema = z.enum([
  'sign_in_required',
  'verify_email_required',
  'step_up_required',
  'second_step_required',
  'forbidden',
]);
export type RefusalReason = z.infer<typeof refusalReasonSchema>;

export const signInInput = z.object({
  email: emailSchema,
  password: knownPasswordSchema,
  /** Asked for after failures only. */
  captcha: captchaSolutionSchema.optional(),
});
/** A shop as somebody opens it; the rest follows in the shop's own pages. */
export const newShopSchema = z.object({
  name: z
    .string()
    .trim()
    .min(2, { error: 'Enter the name of your shop.' })
    .max(80, { error: 'Use at most 80 characters.' }),
  country: countrySchema,
});
export type NewShop = z.output<typeof newShopSchema>;

export const signUpInput = z.object({
  email: emailSchema,
  password: newPasswordSchema,
  displayName: z.string().trim().min(1, { error: 'Enter your name.' }).max(80),
  captcha: captchaSolutionSchema,
  /** For somebody who registers to sell. */
  shop: newShopSchema.optional(),
  /** Where to go when the address is verified. */
  returnTo: z.string().max(500).optional(),
});

const secondFactorRequired = z.object({
  ok: z.literal(false),
  code: z.literal('second_factor_required'),
  /** What this account can show, strongest first. */
  factors: z.array(secondFactorSchema).min(1),
  message: z.string(),
});
export const firstFactorRefusals = [
  secondFactorRequired,
  z.object({ ok: z.literal(false), code: z.literal('suspended'), message: z.string() }),
] as const;
/** What showing who one is leads to, by whichever method. */
export const firstFactorResult = z.discriminatedUnion('code', [
  z.object({ ok: z.literal(true), code: z.literal('signed_in'), account: accountSchema }),
  ...firstFactorRefusals,
]);
export type FirstFactorResult = z.infer<typeof firstFactorResult>;

export const signInResult = z.discriminatedUnion('code', [
  ...firstFactorResult.options,
  z.object({
    ok: z.literal(false),
    code: z.enum(['wrong_credentials', 'too_many_attempts', 'captcha_required', 'captcha_invalid']),
    message: z.string(),
  }),
]);
export type SignInResult = z.infer<typeof signInResult>;
/** The same whether the address had an account or not: the rest is told in a mail to it. */
export const signUpResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), code: z.literal('check_mail') }),
  z.object({
    ok: z.literal(false),
    code: z.enum(['weak_password', ...CAPTCHA_REFUSALS]),
    message: z.string(),
  }),
]);
