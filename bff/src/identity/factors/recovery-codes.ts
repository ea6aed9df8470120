import { randomInt } from 'node:crypto';
import { RECOVERY_ALPHABET, RECOVERY_CODE_LENGTH, RECOVERY_CODES } from '@plaza/contracts';
import type { Query } from '../../platform/query.ts';
import type { Services } from '../../platform/services.ts';
import { findRecoveryCode, replaceRecoveryCodes, takeRecoveryCode } from './recovery-code.repository.ts';

/** In one word: its number, by which it is found, and random characters. */
const newRecoveryCode = (number: number): string => {
  const random = Array.from({ length: RECOVERY_CODE_LENGTH - 1 }, () => randomInt(RECOVERY_ALPHABET.length));
  return [number, ...random].map((at) => RECOVERY_ALPHABET.charAt(at)).join('');
};

/**
 * Makes codes in place of all there were. Answers them as people read them, for this once. They are kept as passwords are,
 * each with a salt of its own.
 * @throws TOO_MANY_REQUESTS when too many passwords wait to be hashed
 */
export async function makeRecoveryCodes(
  query: Query,
  { passwords }: Services,
  accountId: string,
): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, (_, number) => newRecoveryCode(number));
  const codeHashes = await Promise.all(codes.map((code) => passwords.hash(code)));
  await replaceRecoveryCodes(query, { accountId, codeHashes });
  const half = RECOVERY_CODE_LENGTH / 2;
  return codes.map((code) => `${code.slice(0, half)}-${code.slice(half)}`);
}

/**
 * Uses a code up; of many who do so at once, one gets true. It costs one hash, whatever is shown.
 * @param code as `recoveryCodeSchema` hands it over
 */
export async function useRecoveryCode(
  { database, passwords, clock }: Services,
  accountId: string,
  code: string,
): Promise<boolean> {
  const number = RECOVERY_ALPHABET.indexOf(code.charAt(0));
  const codeHash = await findRecoveryCode(database.client, { accountId, number });
  const { isRight } = await passwords.verify(codeHash, code);
  if (!isRight || codeHash === null) return false;
  return takeRecoveryCode(database.client, { accountId, number, codeHash, at: clock.now() });
}
