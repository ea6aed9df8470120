import { hash, verify } from '@node-rs/argon2';

// RFC 9106's second recommendation, lowered to OWASP's floor of memory: Argon2id, 19 MiB, two passes, one lane.
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Argon2id with a salt of its own, in PHC notation. Runs on the thread pool, not on the event loop. */
export const hashPassword = (password: string): Promise<string> => hash(password, OPTIONS);

/**
 * Whether the password is the one behind the hash. Without a hash (no such account) the same work is done against a
 * hash that nothing matches, so that the time taken does not tell the two apart.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const isMatch = await verify(passwordHash ?? (await unmatchedHash()), password);
  return passwordHash !== null && isMatch;
}

let unmatched: Promise<string> | undefined;
const unmatchedHash = (): Promise<string> => {
  unmatched ??= hashPassword(crypto.randomUUID());
  return unmatched;
};
/** Makes the hash for unknown accounts ahead of the first sign-in, which would otherwise take twice as long. */
export const warmUpPasswords = async (): Promise<void> => void (await unmatchedHash());

const COMMON =
  /^(?:(.)\1*|(?:0?123456789)0?\d*|(?:pass(?:word)?|qwerty(?:uiop)?|letmein|welcome|iloveyou|admin)[\d!.]*)$/i;
const MIN_DISTINCT_CHARACTERS = 5;

/** Why a new password is too easy to guess, or null. Length is the contract's business. */
export function weaknessOf(password: string, email: string, displayName: string): string | null {
  const lower = password.toLowerCase();
  if (new Set(lower).size < MIN_DISTINCT_CHARACTERS) return 'Use more than a few different characters.';
  if (COMMON.test(lower)) return 'This password is among the first that anyone would try.';
  const own = [email.split('@')[0] ?? '', ...displayName.split(/\s+/)].filter((part) => part.length >= 4);
  if (own.some((part) => lower.includes(part.toLowerCase()) && lower.length - part.length < 6))
    return 'Do not build the password from your name or e-mail address.';
  return null;
}
