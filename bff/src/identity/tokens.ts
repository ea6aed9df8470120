import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** SHA-256, hexadecimal: what is stored of a token. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
/** A fresh token of 256 random bits, fit for a cookie. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');
