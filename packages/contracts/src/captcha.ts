import { z } from 'zod';

/** What a puzzle is solved for; a solution is good for nothing else. */
export const captchaPurposeSchema = z.enum(['sign_up', 'sign_in', 'recovery']);
export type CaptchaPurpose = z.infer<typeof captchaPurposeSchema>;

export const captchaChallengeInput = z.object({ purpose: captchaPurposeSchema });

const hex = z
  .string()
  .regex(/^[0-9a-f]+$/)
  .max(256);

/** A puzzle in the second version of ALTCHA's protocol. It is signed: nothing in it can be changed. */
export const captchaChallengeSchema = z.strictObject({
  parameters: z.strictObject({
    algorithm: z.literal('PBKDF2/SHA-256'),
    nonce: hex,
    salt: hex,
    cost: z.int().min(1).max(1_000_000),
    keyLength: z.int().min(16).max(64),
    keyPrefix: hex,
    keySignature: hex,
    /** In seconds since 1970. */
    expiresAt: z.int(),
    data: z.strictObject({ purpose: captchaPurposeSchema }),
  }),
  signature: hex,
});
export type CaptchaChallenge = z.infer<typeof captchaChallengeSchema>;

export const captchaSolvedSchema = z.object({
  challenge: captchaChallengeSchema,
  solution: z.object({ counter: z.int().min(0).max(0xffff_ffff), derivedKey: hex }),
});
export type CaptchaSolved = z.infer<typeof captchaSolvedSchema>;

/** A puzzle and its solution as a form sends them: JSON of `captchaSolvedSchema` in base64. Empty when there is none. */
export const captchaSolutionSchema = z.string().max(4_000);

export const CAPTCHA_REFUSALS = ['captcha_required', 'captcha_invalid'] as const;
export type CaptchaRefusal = (typeof CAPTCHA_REFUSALS)[number];
