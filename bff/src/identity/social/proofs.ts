import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Proofs } from './provider.ts';

/**
 * State, nonce and verifier of one attempt, all from the random token in the browser's cookie: what another browser
 * brings back fits no cookie of its own, and nothing has to be kept here but the token's hash.
 */
export const deriveProofs = (token: string): Proofs => ({
  state: derive(token, 'state'),
  nonce: derive(token, 'nonce'),
  codeVerifier: derive(token, 'code_verifier'),
});

/** What is kept of a short code. Only together with the cookie can it be guessed. */
export const hashCode = (token: string, code: string): string => derive(token, `code:${code}`);

const derive = (token: string, purpose: string): string =>
  createHmac('sha256', token).update(`plaza social login\n${purpose}`).digest('base64url');

/** Compares without telling by the time taken where a difference is. */
export function isSame(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
