import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { HttpBindings } from '@hono/node-server';
import { answerHeaders, isSecureOrigin } from '@plaza/edge/answer-headers';
import type { Context } from 'hono';
import { LRUCache } from 'lru-cache';
import { errorAnswer } from '../platform/http-errors.ts';
import type { Services } from '../platform/services.ts';

type MediaContext = Context<{ Bindings: HttpBindings }>;
interface Media {
  bytes: Uint8Array<ArrayBuffer>;
  /** Brotli of a drawing; photographs are compressed already. */
  brotli: Uint8Array<ArrayBuffer> | null;
  headers: Record<string, string>;
}

const MAX_KEPT_BYTES = 64 * 1024 * 1024;
const MAX_KEPT_PICTURE_BYTES = 512 * 1024;
const BROTLI_QUALITY = 9;
const compress = promisify(brotliCompress);

/**
 * Answers `/media/<key>`. A key stands for its bytes, so the answer holds for ever. A drawing may hold script: the
 * sandbox makes it harmless where somebody opens it as a page.
 */
export function serveMedia(services: Services): (c: MediaContext) => Promise<Response> {
  const kept = new LRUCache<string, Media>({
    maxSize: MAX_KEPT_BYTES,
    maxEntrySize: MAX_KEPT_PICTURE_BYTES,
    sizeCalculation: (media) => media.bytes.length + (media.brotli?.length ?? 0) + 500,
  });
  return async (c) => {
    const key = c.req.param('key') ?? '';
    const media = kept.get(key) ?? (await loadMedia(services, key));
    if (!media) return errorAnswer(404, 'There is no such picture.');
    if (!isOwn(key)) kept.set(key, media);
    const asked = c.env.incoming.headers;
    if (asked['if-none-match'] === media.headers.etag)
      return new Response(null, { status: 304, headers: media.headers });
    if (media.brotli && /\bbr\b/.test(asked['accept-encoding']?.toString() ?? ''))
      return new Response(media.brotli, { headers: { ...media.headers, 'content-encoding': 'br' } });
    return new Response(media.bytes, { headers: media.headers });
  };
}

/** Somebody's own picture: gone when they remove it, so nobody keeps it for long. */
const isOwn = (key: string) => key.startsWith('own-');

async function loadMedia(services: Services, key: string): Promise<Media | null> {
  const found = await services.storage.get(key);
  if (!found) return null;
  const { bytes, contentType } = found;
  const isDrawing = contentType === 'image/svg+xml';
  const headers: Record<string, string> = {
    ...answerHeaders('picture', isSecureOrigin(services.env.PUBLIC_URL)),
    'content-type': contentType,
    'cache-control': isOwn(key) ? 'private, max-age=3600' : 'public, max-age=31536000, immutable',
    etag: `"${key}"`,
  };
  if (!isDrawing) return { bytes, brotli: null, headers };
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  };
  const brotli = new Uint8Array(await compress(bytes, { params }));
  return { bytes, brotli, headers: { ...headers, vary: 'accept-encoding' } };
}
