import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { normalisePassword, repeatedUnit, withoutDisguise } from '@plaza/contracts';
import { ENTRY_BYTES, fingerprint } from './fingerprint.ts';

let loaded: Buffer | undefined;
/** Sorted fingerprints; the file is read when the first password is asked about. */
const entries = (): Buffer => {
  loaded ??= readFileSync(createRequire(import.meta.url).resolve('#data/common-passwords.bin'));
  return loaded;
};

export const countCommonPasswords = (): number => entries().length / ENTRY_BYTES;

/** So many digits and signs at the end do not make another password of one that is common. */
const DECORATION = /[^\p{L}]{1,5}$/u;

/** Whether a password, or what it decorates with a few digits, signs or repetition, is among those that have leaked most often. */
export function isCommonPassword(password: string): boolean {
  const text = normalisePassword(password).toLowerCase();
  const base = text.replace(DECORATION, '');
  const candidates = [text, base, withoutDisguise(text), withoutDisguise(base), repeatedUnit(text)];
  return [...new Set(candidates)].some((candidate) => candidate !== null && isListed(candidate));
}

function isListed(text: string): boolean {
  const bytes = entries();
  const wanted = fingerprint(text);
  let low = 0;
  let high = bytes.length / ENTRY_BYTES - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = bytes.readUIntBE(middle * ENTRY_BYTES, ENTRY_BYTES);
    if (found === wanted) return true;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
