import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PICTURE_TYPES, type PictureExtension, type PictureStorage } from './storage.ts';

/** 128 bits, of SHA-256 or (`own-`) by chance, and the kind; nothing else is a key, so no key leads out of the folder. */
const KEY = /^(own-)?([0-9a-f]{2})[0-9a-f]{30}\.(svg|png|jpg|webp|avif)$/;

const PUBLIC_PREFIX = '/media/';

/** Keeps pictures below a folder, in subfolders by the first byte of the key. */
export function openPictureStorage(folder: string): PictureStorage {
  const pathOf = (key: string) => {
    const [, own = '', byte = ''] = KEY.exec(key) ?? [];
    return join(folder, own, byte, key);
  };
  const madeFolders = new Map<string, Promise<unknown>>();
  const ensureFolder = (path: string) => {
    const made = madeFolders.get(path) ?? mkdir(path, { recursive: true });
    madeFolders.set(path, made);
    return made;
  };
  const write = async (key: string, bytes: Uint8Array) => {
    const path = pathOf(key);
    await ensureFolder(dirname(path));
    // Renamed into place, so that nobody ever reads half a picture.
    const temporary = `${path}.${randomUUID()}`;
    await writeFile(temporary, bytes);
    await rename(temporary, path);
    return PUBLIC_PREFIX + key;
  };
  return {
    put: (bytes, extension) =>
      write(`${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.${extension}`, bytes),
    putOwn: (bytes, extension) => write(`own-${randomBytes(16).toString('hex')}.${extension}`, bytes),
    remove: async (publicPath) => {
      const key = publicPath.startsWith(PUBLIC_PREFIX) ? publicPath.slice(PUBLIC_PREFIX.length) : '';
      if (KEY.test(key)) await rm(pathOf(key), { force: true });
    },
    get: async (key) => {
      const extension = KEY.exec(key)?.[3];
      if (!isPictureExtension(extension)) return null;
      const bytes = await readFile(pathOf(key)).catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      });
      return bytes && { bytes, contentType: PICTURE_TYPES[extension] };
    },
  };
}

const isPictureExtension = (text: string | undefined): text is PictureExtension =>
  text !== undefined && Object.hasOwn(PICTURE_TYPES, text);
