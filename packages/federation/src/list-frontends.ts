import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = /^([a-z][a-z0-9-]*)-mfe$/;

/** Names of the frontends of a repository: every `apps/<name>-mfe` is one. */
export function listFrontends(root: string): string[] {
  const apps = join(root, 'apps');
  const folders = existsSync(apps) ? readdirSync(apps) : [];
  return folders.flatMap((folder) => FOLDER.exec(folder)?.[1] ?? []).sort();
}
