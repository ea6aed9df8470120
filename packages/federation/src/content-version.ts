import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Files of a folder by path (forward slashes), in one order on every machine. Hidden files are not part of a release. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .sort();
}

/** sha384 by path, as in the `integrity` attribute. */
export function integrityOf(folder: string): Record<string, string> {
  const hash = (path: string) =>
    createHash('sha384')
      .update(readFileSync(join(folder, path)))
      .digest('base64');
  return Object.fromEntries(listFiles(folder).map((path) => [path, `sha384-${hash(path)}`]));
}

/** Names content by itself: the same files have the same version wherever they were built. */
export function versionOf(integrity: Readonly<Record<string, string>>): string {
  return createHash('sha256').update(JSON.stringify(integrity)).digest('hex').slice(0, 16);
}
