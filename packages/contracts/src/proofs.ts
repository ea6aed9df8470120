import { z } from 'zod';

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
export const publicKeyOptionsSchema = z.looseObject({ challenge: z.string() });

/** One proof, of whichever kind. */
export const proofSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('passkey'), answer: passkeyAnswerSchema }),
  z.object({ kind: z.literal('totp'), code: shortCodeSchema }),
  z.object({ kind: z.literal('email_code'), code: shortCodeSchema }),
  z.object({ kind: z.literal('sms_code'), code: shortCodeSchema }),
  z.object({ kind: z.literal('recovery_code'), code: recoveryCodeSchema }),
]);
export type Proof = z.output<typeof proofSchema>;
