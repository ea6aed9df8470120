import sharp, { type Sharp } from 'sharp';
import type { PictureExtension } from '../platform/storage.ts';
import { readPicture } from './read-picture.ts';

export interface RecodedPicture {
  bytes: Uint8Array;
  extension: PictureExtension;
  width: number;
  height: number;
}

/** What a decoder may take up: a picture of 50 megapixels is 200 MB when it is unpacked. */
const MAX_PIXELS = 50_000_000;
/** No page shows a picture larger. */
const MAX_SHOWN_PX = 3_000;
const TIMEOUT_S = 10;
/** Decoding takes a core and its memory each. */
const MAX_AT_ONCE = 2;

const ENCODERS: Record<Exclude<PictureExtension, 'svg'>, (picture: Sharp) => Sharp> = {
  jpg: (picture) => picture.jpeg({ quality: 86 }),
  png: (picture) => picture.png({ compressionLevel: 8 }),
  webp: (picture) => picture.webp({ quality: 86, effort: 3 }),
  avif: (picture) => picture.avif({ quality: 60, effort: 2 }),
};

let underWay = 0;
const waiting: (() => void)[] = [];

/**
 * Decodes a picture and writes it anew, so that nothing of what was sent is kept but what can be seen: no place where it
 * was taken, no second file behind the first. It is turned upright and no larger than pages show it. Null for what is no
 * picture we take, or is broken.
 */
export async function recodePicture(sent: Uint8Array): Promise<RecodedPicture | null> {
  const facts = readPicture(sent);
  if (!facts || facts.extension === 'svg' || facts.width * facts.height > MAX_PIXELS) return null;
  const { extension } = facts;
  if (underWay >= MAX_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else underWay += 1;
  try {
    const picture = sharp(sent, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
      .rotate()
      .resize({ width: MAX_SHOWN_PX, height: MAX_SHOWN_PX, fit: 'inside', withoutEnlargement: true })
      .timeout({ seconds: TIMEOUT_S });
    const { data, info } = await ENCODERS[extension](picture).toBuffer({ resolveWithObject: true });
    return { bytes: data, extension, width: info.width, height: info.height };
  } catch {
    return null;
  } finally {
    const next = waiting.shift();
    if (next) next();
    else underWay -= 1;
  }
}
