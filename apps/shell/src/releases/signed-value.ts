import { createHmac, timingSafeEqual } from 'node:crypto';

interface SigningKey {
  /** What the processes of one market share. */
  secret: string;
  /** What the value is for, as the name of its cookie: one that was signed for something else is worth nothing here. */
  purpose: string;
}

/**
 * A value that its holder cannot change, as the text of a cookie: it may be read by all.
 * @param value of the characters that a cookie may have, without `~`
 */
export function signValue({
  secret,
  purpose,
  value,
  expiresAtMs,
}: SigningKey & { value: string; expiresAtMs: number }): string {
  const text = `${Math.floor(expiresAtMs / 1_000)}~${value}`;
  return `${text}~${macOf({ secret, purpose }, text).toString('base64url')}`;
}

/** The value that was signed; null when it was changed, signed for something else, or is too old. */
export function openValue({
  secret,
  purpose,
  signed,
  nowMs,
}: SigningKey & { signed: string | undefined; nowMs: number }): string | null {
  const [, text = '', expiresAtSeconds, value = '', mac = ''] =
    /^((\d{1,12})~([^~]{0,2000}))~([\w-]{43})$/.exec(signed ?? '') ?? [];
  if (expiresAtSeconds === undefined || Number(expiresAtSeconds) * 1_000 <= nowMs) return null;
  const isOurs = timingSafeEqual(macOf({ secret, purpose }, text), Buffer.from(mac, 'base64url'));
  return isOurs ? value : null;
}

function macOf({ secret, purpose }: SigningKey, text: string): Buffer {
  const key = createHmac('sha256', secret).update(`plaza signed value: ${purpose}`).digest();
  return createHmac('sha256', key).update(text).digest();
}
