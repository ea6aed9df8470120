import { hkdfSync } from 'node:crypto';

const KEY_BYTES = 32;
const derive = (key: Buffer, use: string) =>
  Buffer.from(hkdfSync('sha256', key, '', `plaza captcha ${use}`, KEY_BYTES)).toString('base64');

/** Two keys from one: for the challenge, and for what proves a solution without deriving it again. */
export const captchaSecrets = (key: Buffer) => ({
  hmacSignatureSecret: derive(key, 'challenge'),
  hmacKeySignatureSecret: derive(key, 'solution'),
});
