import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { listFiles } from './content-version.ts';

/** Below this many bytes the header of an encoding costs more than it saves. */
const MIN_BYTES = 512;

/** Writes `x.br` and `x.gz` beside every text file of a folder, so that no request waits for the best compression. */
export function precompress(folder: string): void {
  for (const path of listFiles(folder)) {
    if (!/\.(?:js|css|svg|json|txt|html)$/.test(path)) continue;
    const file = join(folder, path);
    const content = readFileSync(file);
    if (content.length < MIN_BYTES) continue;
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    };
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}
