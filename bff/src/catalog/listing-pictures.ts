import type { Picture } from '@plaza/contracts';
import type { PictureStorage } from '../platform/storage.ts';
import { readPicture } from './read-picture.ts';

const MEDIA_PREFIX = '/media/';

/**
 * Pictures with their sizes: those that the product has already, and those that were uploaded. Anything else, such as
 * a link to another site, is unknown.
 * @returns the pictures, or the index of the first one that is unknown
 */
export async function resolvePictures(
  storage: PictureStorage,
  existing: readonly Picture[],
  wanted: readonly { url: string; alt: string }[],
): Promise<Picture[] | { unknownIndex: number }> {
  const known = new Map(existing.map((picture) => [picture.url, picture]));
  const resolved: Picture[] = [];
  for (const [index, { url, alt }] of wanted.entries()) {
    const picture = known.get(url) ?? (await findUploaded(storage, url));
    if (!picture) return { unknownIndex: index };
    resolved.push({ ...picture, alt });
  }
  return resolved;
}

async function findUploaded(storage: PictureStorage, url: string): Promise<Picture | null> {
  if (!url.startsWith(MEDIA_PREFIX)) return null;
  const stored = await storage.get(url.slice(MEDIA_PREFIX.length));
  const facts = stored && readPicture(stored.bytes);
  return facts && { url, alt: '', width: facts.width, height: facts.height };
}
