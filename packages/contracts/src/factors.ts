import { z } from 'zod';
import { type SecondFactor, secondFactorSchema } from './account.ts';
import { idSchema } from './ids.ts';
import { knownPasswordSchema, newPasswordSchema } from './passwords.ts';
import { passkeyCreationSchema, publicKeyOptionsSchema, shortCodeSchema } from './proofs.ts';
import { refused } from './refused.ts';

/** How hard a second proof is to take from its owner. */
export type FactorStrength = 'strong' | 'backup' | 'weak';
/**
 * A passkey cannot be phished, an app's codes can, but nothing of it travels. Mail and text messages can be read by
 * others on their way, and numbers be moved to another card.
 */
export const FACTOR_STRENGTHS: Readonly<Record<SecondFactor, FactorStrength>> = {
  passkey: 'strong',
  totp: 'strong',
  recovery_code: 'backup',
  email_code: 'weak',
  sms_code: 'weak',
};
export const isStrongFactor = (kind: SecondFactor): boolean => FACTOR_STRENGTHS[kind] === 'strong';

export const MAX_FACTORS = 10;
export const RECOVERY_CODES = 10;
/** So few recovery codes left are worth a warning. */
export const FEW_RECOVERY_CODES = 3;
export const REMEMBERED_DAYS = 30;
export const CODE_MINUTES = 10;
/** After a code was sent, the next one is sent at the earliest so much later. */
export const RESEND_SECONDS = 30;

export const mobileNumberSchema = z
  .string()
  .max(40)
  .transform((text) => text.replace(/[\s().-]/g, ''))
  .pipe(
    z
      .string()
      .regex(/^\+[1-9]\d{6,14}$/, { error: 'Begin with + and the country, such as +1 555 010 2030.' }),
  );

const labelSchema = z
  .string()
  .trim()
  .min(1, { error: 'Give it a name.' })
  .max(60, { error: 'Use at most 60 characters.' });

export const factorSchema = z.object({
  id: idSchema,
  kind: secondFactorSchema.exclude(['recovery_code']),
  label: z.string(),
  /** Of a passkey: whether it is kept by an account of its maker and survives the loss of the device. */
  isBackedUp: z.boolean().nullable(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type Factor = z.infer<typeof factorSchema>;

export const rememberedDeviceSchema = z.object({
  id: idSchema,
  isCurrent: z.boolean(),
  /** `Firefox on Linux`. */
  device: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type RememberedDevice = z.infer<typeof rememberedDeviceSchema>;

export const securityOverviewSchema = z.object({
  factors: z.array(factorSchema),
  /** Null when no codes were made. */
  recoveryCodesLeft: z.int().nullable(),
  devices: z.array(rememberedDeviceSchema),
  hasPassword: z.boolean(),
  /** Whether codes by mail can be turned on: the address is known to be the account's. */
  canUseEmail: z.boolean(),
  /** Whether text messages can be sent here at all. */
  canUseSms: z.boolean(),
});
export type SecurityOverview = z.infer<typeof securityOverviewSchema>;

/** What every step that makes a second proof count answers; the codes are shown this once. */
const added = z.object({
  ok: z.literal(true),
  code: z.literal('added'),
  factor: factorSchema,
  /** Made along with the first one. */
  recoveryCodes: z.array(z.string()).nullable(),
});

export const beginTotpResult = z.discriminatedUnion('code', [
  z.object({
    ok: z.literal(true),
    code: z.literal('begun'),
    factorId: idSchema,
    /** To be typed in by those who cannot scan, in groups of four. */
    manualKey: z.string(),
    /** `otpauth://…`, for an app on the same device. */
    uri: z.string(),
    /** A drawing of `uri` to be scanned: an SVG path in a square of `size` units. */
    qr: z.object({ size: z.int(), path: z.string() }),
  }),
  refused('too_many_factors'),
]);
export type BeginTotpResult = z.infer<typeof beginTotpResult>;
export const confirmFactorInput = z.object({
  factorId: idSchema,
  code: shortCodeSchema,
  label: labelSchema.optional(),
});
export const confirmFactorResult = z.discriminatedUnion('code', [
  added,
  refused('wrong_proof', 'needs_stronger', 'too_many_attempts'),
]);
export type ConfirmFactorResult = z.infer<typeof confirmFactorResult>;

export const beginAddPasskeyResult = z.discriminatedUnion('code', [
  z.object({ ok: z.literal(true), code: z.literal('passkey'), options: publicKeyOptionsSchema }),
  refused('too_many_factors'),
]);
export const addPasskeyInput = z.object({ answer: passkeyCreationSchema, label: labelSchema });
export const addPasskeyResult = z.discriminatedUnion('code', [
  added,
  refused('wrong_proof', 'too_many_factors'),
]);
export type AddPasskeyResult = z.infer<typeof addPasskeyResult>;

export const addEmailResult = z.discriminatedUnion('code', [added, refused('not_verified', 'added_already')]);
export type AddEmailResult = z.infer<typeof addEmailResult>;

export const beginPhoneInput = z.object({ phone: mobileNumberSchema });
export const beginPhoneResult = z.discriminatedUnion('code', [
  z.object({
    ok: z.literal(true),
    code: z.literal('sent'),
    factorId: idSchema,
    resendAfterSeconds: z.int(),
  }),
  refused('needs_stronger', 'too_many_factors', 'too_many_attempts', 'not_sent', 'added_already'),
]);
export type BeginPhoneResult = z.infer<typeof beginPhoneResult>;

export const factorIdInput = z.object({ factorId: idSchema });
export const renameFactorInput = z.object({ factorId: idSchema, label: labelSchema });
export const removeFactorResult = z.discriminatedUnion('code', [
  z.object({ ok: z.literal(true), code: z.literal('removed') }),
  refused('sms_needs_stronger', 'last_way'),
]);
export type RemoveFactorResult = z.infer<typeof removeFactorResult>;

export const recoveryCodesResult = z.discriminatedUnion('code', [
  z.object({ ok: z.literal(true), code: z.literal('made'), recoveryCodes: z.array(z.string()) }),
  refused('no_factor'),
]);
export const deviceIdInput = z.object({ deviceId: idSchema });

export const changePasswordInput = z.object({
  /** Left out by those who have none yet. */
  currentPassword: knownPasswordSchema.optional(),
  newPassword: newPasswordSchema,
});
export const changePasswordResult = z.discriminatedUnion('code', [
  z.object({ ok: z.literal(true), code: z.literal('changed'), endedCount: z.int() }),
  refused('wrong_password', 'weak_password', 'too_many_attempts'),
]);
export type ChangePasswordResult = z.infer<typeof changePasswordResult>;
