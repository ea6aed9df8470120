import { createHash } from 'node:crypto';

/** Of 206,000 entries, one new password in five million has the fingerprint of another by chance. */
export const ENTRY_BYTES = 5;

/** The first 40 bits of a SHA-256, as a number: what the list of common passwords keeps of each. */
export const fingerprint = (text: string): number =>
  createHash('sha256').update(text).digest().readUIntBE(0, ENTRY_BYTES);
