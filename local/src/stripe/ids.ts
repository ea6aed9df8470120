import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** @returns a new id in Stripe's form, such as `pi_3Nf…` */
export function stripeId(prefix: string, length = 24): string {
  let text = '';
  // Six bits of each byte; the two values beyond the alphabet make its ends a little more likely, which harms nobody.
  for (const byte of randomBytes(length)) text += ALPHABET[(byte & 63) % ALPHABET.length];
  return `${prefix}_${text}`;
}
