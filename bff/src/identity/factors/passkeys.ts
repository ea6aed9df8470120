import type { passkeyAnswerSchema, passkeyCreationSchema } from '@plaza/contracts';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';
import type { Services } from '../../platform/services.ts';
import { hashToken } from '../tokens.ts';
import { type FactorRecord, findPasskey, usePasskeyCounter } from './factor.repository.ts';
import { putChallenge, takeChallenge } from './proof-challenge.repository.ts';

const CHALLENGE_MS = 10 * 60_000;

/** What is kept of a passkey besides its name. Nothing of it is secret. */
export const passkeyDataSchema = z.object({
  credentialId: z.string(),
  publicKey: z.string(),
  counter: z.int(),
  transports: z.array(z.string()),
  isBackedUp: z.boolean(),
});
export type PasskeyData = z.output<typeof passkeyDataSchema>;

/** The site that passkeys are bound to: they answer no other one. */
function siteOf({ env }: Services) {
  const { hostname, origin } = new URL(env.PUBLIC_URL);
  return { rpID: hostname, origin };
}

/** Waits for a passkey's answer, once. @param scope null where nobody knows yet who will answer */
async function expectAnswer(
  { database, clock }: Services,
  { scope, accountId, challenge }: { scope: string | null; accountId: string | null; challenge: string },
): Promise<void> {
  const proofHash = hashToken(challenge);
  const expiresAt = new Date(clock.now().getTime() + CHALLENGE_MS);
  await putChallenge(database.client, { id: idOf(scope, proofHash), accountId, proofHash, expiresAt });
}
const idOf = (scope: string | null, proofHash: string) =>
  scope === null ? `first:${proofHash}` : `${scope}:passkey`;

/** What a browser needs to make a passkey of the account. */
export async function passkeyCreationOptions(
  services: Services,
  scope: string,
  account: { id: string; email: string; displayName: string },
  known: readonly FactorRecord[],
) {
  const options = await generateRegistrationOptions({
    rpName: 'Plaza',
    rpID: siteOf(services).rpID,
    userID: new Uint8Array(Buffer.from(account.id)),
    userName: account.email,
    userDisplayName: account.displayName,
    timeout: CHALLENGE_MS,
    attestationType: 'none',
    excludeCredentials: known.map(descriptorOf),
    // Kept by the device and opened by its owner: such a passkey is enough by itself.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await expectAnswer(services, { scope, accountId: account.id, challenge: options.challenge });
  return { ...options };
}

/** What a browser needs to answer with a passkey. @param known those that may answer; empty: any of this site */
export async function passkeyRequestOptions(
  services: Services,
  { scope, accountId }: { scope: string | null; accountId: string | null },
  known: readonly FactorRecord[],
) {
  const options = await generateAuthenticationOptions({
    rpID: siteOf(services).rpID,
    allowCredentials: known.map(descriptorOf),
    timeout: CHALLENGE_MS,
    userVerification: 'required',
  });
  await expectAnswer(services, { scope, accountId, challenge: options.challenge });
  return { ...options };
}

const descriptorOf = ({ data }: FactorRecord) => {
  const { credentialId: id, transports } = passkeyDataSchema.parse(data);
  return { id, transports };
};

/** What is to be kept of a new passkey; null when it is not what was asked for. */
export async function verifyNewPasskey(
  services: Services,
  { scope, accountId }: { scope: string; accountId: string },
  answer: z.output<typeof passkeyCreationSchema>,
): Promise<PasskeyData | null> {
  const { rpID, origin } = siteOf(services);
  const { transports, ...response } = answer.response;
  const verified = await tried(() =>
    verifyRegistrationResponse({
      response: { ...answer, response: { ...response, ...(transports && { transports }) } },
      expectedChallenge: (challenge) => isExpected(services, { scope, accountId, challenge }),
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
    }),
  );
  if (!verified?.registrationInfo) return null;
  const { credential, credentialBackedUp } = verified.registrationInfo;
  return {
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    transports: transports ?? [],
    isBackedUp: credentialBackedUp,
  };
}

/**
 * The passkey that answered, when everything about the answer is right: what was asked, once and in time; by this site;
 * opened by its owner; and a counter that went on. Null otherwise.
 * @param expected.scope null: whoever it belongs to
 */
export async function verifyPasskey(
  services: Services,
  expected: { scope: string | null; accountId: string | null },
  answer: z.output<typeof passkeyAnswerSchema>,
): Promise<FactorRecord | null> {
  const { client } = services.database;
  const passkey = await findPasskey(client, answer.id);
  if (!passkey || (expected.accountId !== null && passkey.accountId !== expected.accountId)) return null;
  const { userHandle, ...response } = answer.response;
  if (userHandle && Buffer.from(userHandle, 'base64url').toString() !== passkey.accountId) return null;
  const { credentialId, publicKey, counter } = passkeyDataSchema.parse(passkey.data);
  const { rpID, origin } = siteOf(services);
  const verified = await tried(() =>
    verifyAuthenticationResponse({
      response: { ...answer, response: { ...response, ...(userHandle && { userHandle }) } },
      expectedChallenge: (challenge) => isExpected(services, { ...expected, challenge }),
      expectedOrigin: origin,
      expectedRPID: rpID,
      credential: {
        id: credentialId,
        publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')),
        counter,
      },
      requireUserVerification: true,
    }),
  );
  if (!verified?.verified) return null;
  const { newCounter, credentialBackedUp } = verified.authenticationInfo;
  const isCurrent = await usePasskeyCounter(client, {
    factorId: passkey.id,
    counter: newCounter,
    isBackedUp: credentialBackedUp,
    at: services.clock.now(),
  });
  return isCurrent ? passkey : null;
}

async function isExpected(
  { database, clock }: Services,
  { scope, accountId, challenge }: { scope: string | null; accountId: string | null; challenge: string },
): Promise<boolean> {
  const proofHash = hashToken(challenge);
  const id = idOf(scope, proofHash);
  const taken = await takeChallenge(database.client, { id, proofHash, now: clock.now() });
  return taken !== null && taken.accountId === accountId;
}

/** The library throws at whatever is wrong with what a browser sent. Failures of ours are thrown on. */
async function tried<Result>(verify: () => Promise<Result>): Promise<Result | null> {
  try {
    return await verify();
  } catch (error) {
    if (isOurs(error)) throw error;
    return null;
  }
}
/** Of the database: it names a code or a severity, which the library's errors do not. */
const isOurs = (error: unknown) => error instanceof Error && error.name === 'PostgresError';
