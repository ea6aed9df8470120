import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Release } from '@plaza/contracts/registry';

const FILE_WITHIN_MS = 5_000;
const ALL_WITHIN_MS = 20_000;
const FILES_AT_ONCE = 6;
const MAX_FILE_BYTES = 10_000_000;
/** Copies of one remote that stay; browsers fetch from where releases are kept. */
const KEPT_COPIES = 10;
/** Tells copies from what was published here. */
const MARK = '.copied';

/** Whether a release lies where only its address leads, and not on this machine. */
export const isElsewhere = (folder: string, { baseUrl, serverEntry }: Release): boolean =>
  /^https?:/.test(baseUrl) && !existsSync(join(folder, serverEntry));

/**
 * Copies a release from where it is kept to a folder of this machine: whole, and every file as it was published.
 * @throws when a file cannot be had in time or is another one
 */
export async function mirrorRelease(folder: string, { baseUrl, integrity }: Release): Promise<void> {
  const incoming = `${folder}.incoming-${randomUUID()}`;
  const stop = AbortSignal.timeout(ALL_WITHIN_MS);
  const waiting = Object.entries(integrity);
  const copyNext = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [file, hash] = next;
      const content = await fetchFile(baseUrl + file, hash, stop);
      const target = join(incoming, file);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    }
  };
  try {
    await mkdir(incoming, { recursive: true });
    // Node must read the server's container as an ES module wherever the folder lies.
    await writeFile(join(incoming, 'package.json'), '{"type":"module"}\n');
    await writeFile(join(incoming, MARK), '');
    const copied = await Promise.allSettled(Array.from({ length: FILES_AT_ONCE }, copyNext));
    for (const part of copied) if (part.status === 'rejected') throw part.reason;
    await rm(folder, { recursive: true, force: true });
    await rename(incoming, folder);
    await removeOldCopies(dirname(folder));
  } finally {
    await rm(incoming, { recursive: true, force: true });
  }
}

async function removeOldCopies(folder: string): Promise<void> {
  const copies = (await readdir(folder))
    .map((name) => join(folder, name))
    .filter((copy) => existsSync(join(copy, MARK)));
  const withAge = await Promise.all(
    copies.map(async (copy) => ({ copy, copiedAt: (await stat(join(copy, MARK))).mtimeMs })),
  );
  const old = withAge.sort((a, b) => b.copiedAt - a.copiedAt).slice(KEPT_COPIES);
  await Promise.all(old.map(({ copy }) => rm(copy, { recursive: true, force: true })));
}

async function fetchFile(url: string, hash: string, stop: AbortSignal): Promise<Buffer> {
  const answer = await fetch(url, { signal: AbortSignal.any([stop, AbortSignal.timeout(FILE_WITHIN_MS)]) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  if (Number(answer.headers.get('content-length')) > MAX_FILE_BYTES) throw new Error(`${url} is too large`);
  const content = Buffer.from(await answer.arrayBuffer());
  if (`sha384-${createHash('sha384').update(content).digest('base64')}` !== hash) {
    throw new Error(`${url} is not the file that was published`);
  }
  return content;
}
