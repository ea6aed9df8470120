import { gunzipSync } from 'node:zlib';

/** Largest body after unpacking; before it the server's own bound applies. */
export const MAX_UNPACKED_BYTES = 8 * 1024 * 1024;

export type DecodedBody =
  | { ok: true; value: unknown }
  | { ok: false; code: 'unreadable' | 'too_large'; detail: string; text: string };

/**
 * Unpacks a capture body in any of the forms that SDKs send: JSON, gzip (announced or not), `data=` with JSON or base64,
 * bare base64. Announcements are not relied on: proxies drop headers, and posthog-js sends gzip as text/plain.
 * Never throws.
 */
export function decodeBody(bytes: Uint8Array): DecodedBody {
  let text = '';
  try {
    text = unpack(bytes).toString('utf8').trim();
    const inner = text.startsWith('data=') ? (new URLSearchParams(text).get('data') ?? '') : text;
    return { ok: true, value: JSON.parse(looksLikeJson(inner) ? inner : fromBase64(inner)) };
  } catch (error) {
    const code = hasCode(error, 'ERR_BUFFER_TOO_LARGE') ? 'too_large' : 'unreadable';
    return { ok: false, code, detail: error instanceof Error ? error.message : String(error), text };
  }
}

function unpack(bytes: Uint8Array): Buffer {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (isGzip) return gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED_BYTES });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function looksLikeJson(text: string): boolean {
  return text.startsWith('{') || text.startsWith('[');
}

/** @throws when the text is not base64 */
function fromBase64(text: string): string {
  // A form turns the plus of base64 into a blank.
  const restored = text.replaceAll(' ', '+');
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(restored)) throw new Error('The body is neither JSON nor base64.');
  return unpack(Buffer.from(restored, 'base64')).toString('utf8');
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
