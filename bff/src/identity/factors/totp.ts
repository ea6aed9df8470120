import { Secret, TOTP } from 'otpauth';
import { encode } from 'uqr';

const ISSUER = 'Plaza';
const PERIOD_SECONDS = 30;
/** Clocks may be so many steps apart. */
const WINDOW_STEPS = 1;
const SECRET_BYTES = 20;

/** A new shared secret, in base32 as apps take it. */
export const newTotpSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

const totpOf = (secret: string, label = '') =>
  new TOTP({
    issuer: ISSUER,
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
  });

/** What the app reads from the picture: whose it is, and the secret. */
export const totpUri = (secret: string, email: string): string => totpOf(secret, email).toString();

/** `ABCD EFGH …`. */
export const groupKey = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret;

/** The step of the clock that a code is of, if it is of now or of one step before or after; null for all others. */
export function findTotpStep(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = totpOf(secret).validate({ token: code, window: WINDOW_STEPS, timestamp });
  return delta === null ? null : Math.floor(timestamp / 1_000 / PERIOD_SECONDS) + delta;
}

/** A text as a QR code, drawn as one SVG path of unit squares, with the quiet zone that scanners need. */
export function drawQr(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return { size, path };
}
