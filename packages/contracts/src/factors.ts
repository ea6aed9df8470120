import { z } from 'zod';
import { accountSchema, type SecondFactor, secondFactorSchema } from './account.ts';
import { idSchema } from './ids.ts';
import { knownPasswordSchema, newPasswordSchema } from './passwords.ts';

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

const withoutSpaces = z
  .string()
  .max(40)
  .transform((text) => text.replace(/\s/g, ''));
/** Six digits, as an app shows them or a message brings them; spaces do not count. */
export const shortCodeSchema = withoutSpaces.pipe(
  z.string().regex(/^\d{6}$/, { error: 'Enter the six digits of the code.' }),
);

/** What is easily mistaken for something else when it is read from paper is left out: I, L, O, U. */
export const RECOVERY_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** The first character says which of the ten it is, and is no secret; the others are 55 random bits. */
export const RECOVERY_CODE_LENGTH = 12;
/** `4F7KQ9-XW2MHB`; case, dashes and spaces do not count, and what looks alike counts as what was meant. */
export const recoveryCodeSchema = z
  .string()
  .max(40)
  .transform((text) =>
    text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1').replace(/U/g, 'V'),
  )
  .pipe(
    z.string().regex(new RegExp(`^[${RECOVERY_ALPHABET}]{${RECOVERY_CODE_LENGTH}}$`), {
      error: 'Enter one of your recovery codes, such as 4F7KQ9-XW2MHB.',
    }),
  );

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

// What authenticators answer, as far as it is ours to look at; the rest is verified by the library.
const base64url = z.string().max(20_000);
const credential = {
  id: z.string().min(1).max(2_000),
  rawId: z.string().min(1).max(2_000),
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}).default({}),
};
export const passkeyCreationSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
});
export const passkeyAnswerSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: z.string().max(200).optional(),
  }),
});
/** For `navigator.credentials`; browsers know what is in it. */
const publicKeyOptions = z.looseObject({ challenge: z.string() });

/** One proof, of whichever kind. */
export const proofSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('passkey'), answer: passkeyAnswerSchema }),
  z.object({ kind: z.literal('totp'), code: shortCodeSchema }),
  z.object({ kind: z.literal('email_code'), code: shortCodeSchema }),
  z.object({ kind: z.literal('sms_code'), code: shortCodeSchema }),
  z.object({ kind: z.literal('recovery_code'), code: recoveryCodeSchema }),
]);
export type Proof = z.output<typeof proofSchema>;

const refused = <Code extends string>(...codes: [Code, ...Code[]]) =>
  z.object({ ok: z.literal(false), code: z.enum(codes), message: z.string() });

/** What can be shown, strongest first, with what reminds its owner of it: the end of a number, part of an address. */
export const offeredFactorSchema = z.object({ kind: secondFactorSchema, hint: z.string().nullable() });
export type OfferedFactor = z.infer<typeof offeredFactorSchema>;

/** For the page of the second step; null when nobody is expected there. */
export const secondStepSchema = z.object({ factors: z.array(offeredFactorSchema).min(1) }).nullable();
export type SecondStep = NonNullable<z.infer<typeof secondStepSchema>>;

export const beginProofInput = z.object({ kind: z.enum(['passkey', 'email_code', 'sms_code']) });
export const beginProofResult = z.discriminatedUnion('code', [
  z.object({ ok: z.literal(true), code: z.literal('passkey'), options: publicKeyOptions }),
  z.object({ ok: z.literal(true), code: z.literal('sent'), resendAfterSeconds: z.int() }),
  refused('challenge_over', 'not_offered', 'too_many_attempts', 'not_sent'),
]);
export type BeginProofResult = z.infer<typeof beginProofResult>;

export const finishSecondInput = z.object({ proof: proofSchema, remember: z.boolean().default(false) });
export const finishSecondResult = z.discriminatedUnion('code', [
  z.object({
    ok: z.literal(true),
    code: z.literal('signed_in'),
    account: accountSchema,
    /** Of recovery codes, when one of them was used. */
    recoveryCodesLeft: z.int().nullable(),
  }),
  refused('wrong_proof', 'challenge_over', 'too_many_attempts'),
]);
export type FinishSecondResult = z.infer<typeof finishSecondResult>;

export const beginPasskeyResult = z.discriminatedUnion('code', [
  z.object({ ok: z.literal(true), code: z.literal('passkey'), options: publicKeyOptions }),
  refused('too_many_attempts'),
]);
export const passkeySignInInput = z.object({ answer: passkeyAnswerSchema });
export const passkeySignInResult = z.discriminatedUnion('code', [
  z.object({ ok: z.literal(true), code: z.literal('signed_in'), account: accountSchema }),
  refused('unknown_passkey', 'suspended', 'too_many_attempts'),
]);
export type PasskeySignInResult = z.infer<typeof passkeySignInResult>;

/** By what somebody who is signed in shows anew who they are. */
export const stepUpKindSchema = z.enum(['password', ...secondFactorSchema.options]);
export type StepUpKind = z.infer<typeof stepUpKindSchema>;
export const stepUpOffersSchema = z.object({
  /** Strongest first; any one of them is enough. */
  offers: z.array(z.object({ kind: stepUpKindSchema, hint: z.string().nullable() })).min(1),
});
export type StepUpOffers = z.infer<typeof stepUpOffersSchema>;
export const proveAgainInput = z.object({
  proof: z.discriminatedUnion('kind', [
    ...proofSchema.options,
    z.object({ kind: z.literal('password'), password: knownPasswordSchema }),
  ]),
});
export const proveAgainResult = z.discriminatedUnion('code', [
  z.object({ ok: z.literal(true), code: z.literal('proved') }),
  refused('wrong_proof', 'not_offered', 'too_many_attempts'),
]);
export type ProveAgainResult = z.infer<typeof proveAgainResult>;

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
  z.object({ ok: z.literal(true), code: z.literal('passkey'), options: publicKeyOptions }),
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
