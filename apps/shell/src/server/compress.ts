import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const toGzip = promisify(gzip);
/** Most of the gain for a small part of the time: documents are compressed once for every visitor. */
const BROTLI_QUALITY = 4;
const GZIP_LEVEL = 5;

export interface Encoded {
  body: Buffer<ArrayBuffer>;
  encoding: 'br' | 'gzip' | undefined;
}

/** A document in the best encoding that the browser takes. */
export async function compressDocument(
  html: Buffer<ArrayBuffer>,
  acceptEncoding: string | undefined,
): Promise<Encoded> {
  const accepted = acceptEncoding ?? '';
  if (/\bbr\b/.test(accepted)) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
    return { body: await brotli(html, { params }), encoding: 'br' };
  }
  if (/\bgzip\b/.test(accepted)) return { body: await toGzip(html, { level: GZIP_LEVEL }), encoding: 'gzip' };
  return { body: html, encoding: undefined };
}
