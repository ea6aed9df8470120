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

/** Documents that are kept are compressed once. */
const compressed = new WeakMap<Buffer, Map<Encoded['encoding'], Promise<Encoded>>>();

/** A document in the best encoding that the browser takes. */
export function compressDocument(
  html: Buffer<ArrayBuffer>,
  acceptEncoding: string | undefined,
): Promise<Encoded> {
  const encoding = choose(acceptEncoding ?? '');
  const known = compressed.get(html) ?? new Map<Encoded['encoding'], Promise<Encoded>>();
  compressed.set(html, known);
  const result = known.get(encoding) ?? encode(html, encoding);
  known.set(encoding, result);
  return result;
}

const choose = (accepted: string): Encoded['encoding'] =>
  /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;

async function encode(html: Buffer<ArrayBuffer>, encoding: Encoded['encoding']): Promise<Encoded> {
  switch (encoding) {
    case 'br': {
      const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
      return { body: await brotli(html, { params }), encoding };
    }
    case 'gzip':
      return { body: await toGzip(html, { level: GZIP_LEVEL }), encoding };
    case undefined:
      return { body: html, encoding };
  }
}
