import { randomFillSync } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const pool = Buffer.alloc(8_192);
let used = pool.length;

/** Random bytes are asked for in one go, as each call into the system costs more than the bytes. */
function takeRandom(length: number): Buffer {
  if (used + length > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += length;
  return pool.subarray(used - length, used);
}

/** @returns a new id in Stripe's form, such as `pi_3Nf…` */
export function stripeId(prefix: string, length = 24): string {
  let text = '';
  // Six bits of each byte; the two values beyond the alphabet make its ends a little more likely, which harms nobody.
  for (const byte of takeRandom(length)) text += ALPHABET[(byte & 63) % ALPHABET.length];
  return `${prefix}_${text}`;
}
