import { randomInt } from 'node:crypto';
import { RECOVERY_ALPHABET, RECOVERY_CODE_LENGTH, RECOVERY_CODES } from '@plaza/contracts';
import type { Query } from '../../platform/query.ts';
import type { Sealing } from '../../platform/sealing.ts';
import { replaceRecoveryCodes } from './recovery-code.repository.ts';

const CODE_CONTEXT = 'recovery_code';

/** What is kept of a code: keyed, and different for each account. @param code as `recoveryCodeSchema` hands it over */
export const hashRecoveryCode = (sealing: Sealing, accountId: string, code: string): string =>
  sealing.blindIndex(`${accountId}\n${code}`, CODE_CONTEXT);

/** Fifty random bits, in one word. */
const newRecoveryCode = (): string =>
  Array.from({ length: RECOVERY_CODE_LENGTH }, () =>
    RECOVERY_ALPHABET.charAt(randomInt(RECOVERY_ALPHABET.length)),
  ).join('');

/** Makes codes in place of all there were. Answers them as people read them, for this once. */
export async function makeRecoveryCodes(
  query: Query,
  sealing: Sealing,
  accountId: string,
): Promise<string[]> {
  const codes = new Set<string>();
  while (codes.size < RECOVERY_CODES) codes.add(newRecoveryCode());
  const codeHashes = [...codes].map((code) => hashRecoveryCode(sealing, accountId, code));
  await replaceRecoveryCodes(query, { accountId, codeHashes });
  const half = RECOVERY_CODE_LENGTH / 2;
  return [...codes].map((code) => `${code.slice(0, half)}-${code.slice(half)}`);
}
