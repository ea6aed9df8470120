import { z } from 'zod';
import { accountSchema, secondFactorSchema } from './account.ts';
import { knownPasswordSchema } from './passwords.ts';
import { passkeyAnswerSchema, proofSchema, publicKeyOptionsSchema } from './proofs.ts';
import { refused } from './refused.ts';

/** What can be shown, strongest first, with what reminds its owner of it: the end of a number, part of an address. */
export const offeredFactorSchema = z.object({ kind: secondFactorSchema, hint: z.string().nullable() });
export type OfferedFactor = z.infer<typeof offeredFactorSchema>;

/** For the page of the second step; null when nobody is expected there. */
export const secondStepSchema = z.object({ factors: z.array(offeredFactorSchema).min(1) }).nullable();
export type SecondStep = NonNullable<z.infer<typeof secondStepSchema>>;

export const beginProofInput = z.object({ kind: z.enum(['passkey', 'email_code', 'sms_code']) });
export const beginProofResult = z.discriminatedUnion('code', [
  z.object({ ok: z.literal(true), code: z.literal('passkey'), options: publicKeyOptionsSchema }),
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
  z.object({ ok: z.literal(true), code: z.literal('passkey'), options: publicKeyOptionsSchema }),
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
  /** Strongest first; any one of them will do. */
  offers: z.array(z.object({ kind: stepUpKindSchema, hint: z.string().nullable() })).min(1),
  /** Whether the password is asked for beside a code. A passkey is enough by itself. */
  withPassword: z.boolean(),
});
export type StepUpOffers = z.infer<typeof stepUpOffersSchema>;
export const proveAgainInput = z.object({
  proof: z.discriminatedUnion('kind', [
    ...proofSchema.options,
    z.object({ kind: z.literal('password'), password: knownPasswordSchema }),
  ]),
  /** Beside a code, for an account that has one. */
  password: knownPasswordSchema.optional(),
});
export const proveAgainResult = z.discriminatedUnion('code', [
  z.object({ ok: z.literal(true), code: z.literal('proved') }),
  refused('wrong_proof', 'not_offered', 'too_many_attempts'),
]);
export type ProveAgainResult = z.infer<typeof proveAgainResult>;
