import { createHmac, timingSafeEqual } from 'node:crypto';

/** Cookie of browsers of the staff, which get canaries for `internal`; named by `cookieName` like our others. */
export const INTERNAL_COOKIE = 'plaza_internal';

const MS_PER_SECOND = 1_000;
/** As long as every token of ours. */
const PASS = /^(\d{10})-([\w-]{32})$/;
const MAC_BYTES = 24;
const macOf = (secret: string, expiresAtS: string) =>
  createHmac('sha256', secret).update(`${INTERNAL_COOKIE}:${expiresAtS}`).digest().subarray(0, MAC_BYTES);

/** A value for the cookie: when it ends, and a signature with a secret that Plaza's processes share. */
export function signInternalPass(secret: string, expiresAt: Date): string {
  const expiresAtS = String(Math.floor(expiresAt.getTime() / MS_PER_SECOND));
  return `${expiresAtS}-${macOf(secret, expiresAtS).toString('base64url')}`;
}

/** Whether the cookie's value was given by us and has not ended. */
export function isInternalPass(secret: string, value: string | undefined, now: Date): boolean {
  const [, expiresAtS, mac] = PASS.exec(value ?? '') ?? [];
  if (!expiresAtS || !mac || Number(expiresAtS) * MS_PER_SECOND <= now.getTime()) return false;
  const given = Buffer.from(mac, 'base64url');
  const expected = macOf(secret, expiresAtS);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
