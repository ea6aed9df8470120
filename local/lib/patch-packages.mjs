// Mends faults of packages that their authors have not released a fix for. Plain JavaScript without packages: npm runs it
// after every installation, and so does whatever installs by itself, for machines on which npm runs no scripts.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const PACKAGES = fileURLToPath(new URL('../../node_modules', import.meta.url));

/**
 * postgres.js 3.4.9 writes a moment later what is small. When the connection has ended by then, the write throws where
 * nobody can catch it and ends the process; when it ends before, the timer is never set again and the connection, back in
 * the pool, hangs for ever. A database that restarts did either to the BFF and the pipeline.
 * https://github.com/porsager/postgres/issues/1208 and pull request 1168
 */
const LATE_WRITE = [
  [
    'const x = socket.write(chunk, fn)\n    nextWriteTimer !== null && clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    return x',
    "nextWriteTimer !== null && clearImmediate(nextWriteTimer)\n    const late = chunk\n    chunk = nextWriteTimer = null\n    if (socket === null) {\n      error(Errors.connection('CONNECTION_CLOSED', options, socket))\n      return false\n    }\n    return socket.write(late, fn)",
  ],
  [
    'clearImmediate(nextWriteTimer)\n    if (socket) {',
    'clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    if (socket) {',
  ],
  [
    "clearImmediate(nextWriteTimer)\n    socket.removeListener('data', data)",
    "clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    socket.removeListener('data', data)",
  ],
  // What was said between the error of a socket and its end, as the `rollback` of a transaction that has met that error: it would
  // be taken over to the next connection, answered by what answers another, and leave that one waiting for ever.
  ['!hadError && (query || sent.length) && error(', 'if (sent.length || query) error('],
  // The question that opens a connection: nobody waits for its answer, so nobody would catch its failure.
  ['return fetchArrayTypes()\n', 'return fetchArrayTypes().catch(() => {})\n'],
];

/** And it lets a transaction whose connection has ended go on writing to it: its `rollback` goes into the next greeting. */
const LOST_CONNECTION = [
  [
    '      , connection\n      , prepare = null\n',
    '      , connection\n      , lost = null\n      , prepare = null\n',
  ],
  [
    'new Promise((_, reject) => connection.onclose = reject)',
    'new Promise((_, reject) => connection.onclose = e => (lost = e, reject(e)))',
  ],
  [
    'q.catch(e => uncaughtError || (uncaughtError = e))\n        c.queue',
    'q.catch(e => uncaughtError || (uncaughtError = e))\n        if (lost)\n          return q.reject(lost)\n        c.queue',
  ],
];

const PATCHES = ['postgres/src', 'postgres/cjs/src'].flatMap((folder) => [
  { file: `${folder}/connection.js`, changes: LATE_WRITE },
  { file: `${folder}/index.js`, changes: LOST_CONNECTION },
]);

/** Changes what is as it was published, leaves what is mended already. @throws when a file is neither */
export function patchPackages() {
  for (const { file, changes } of PATCHES) {
    const path = join(PACKAGES, file);
    if (!existsSync(path)) continue;
    const before = readFileSync(path, 'utf8');
    let after = before;
    for (const [published, mended] of changes) {
      if (after.includes(mended)) continue;
      if (!after.includes(published))
        throw new Error(
          `${file} is another one than local/lib/patch-packages.mjs knows: is it mended by now?`,
        );
      after = after.replace(published, () => mended);
    }
    if (after === before) continue;
    // A new file in its place: the old one may be shared with other folders.
    writeFileSync(`${path}.new`, after);
    renameSync(`${path}.new`, path);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) patchPackages();
