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

type PhotoExtension = Exclude<PictureExtension, 'svg'>;
const ENCODERS: Record<PhotoExtension, (picture: Sharp) => Sharp> = {
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
export const recodePicture = (sent: Uint8Array): Promise<RecodedPicture | null> =>
  recode(sent, (picture, { extension }) => ({
    extension,
    picture: picture.resize({
      width: MAX_SHOWN_PX,
      height: MAX_SHOWN_PX,
      fit: 'inside',
      withoutEnlargement: true,
    }),
  }));

/** As `recodePicture`, cut to a square of this size around what catches the eye, as WebP. */
export const recodeSquare = (sent: Uint8Array, sizePx: number): Promise<RecodedPicture | null> =>
  recode(sent, (picture) => ({
    extension: 'webp',
    picture: picture.resize({ width: sizePx, height: sizePx, fit: 'cover', position: 'attention' }),
  }));

type Shape = (
  picture: Sharp,
  facts: { extension: PhotoExtension },
) => { picture: Sharp; extension: PhotoExtension };

async function recode(sent: Uint8Array, shape: Shape): Promise<RecodedPicture | null> {
  const facts = readPicture(sent);
  if (!facts || facts.extension === 'svg' || facts.width * facts.height > MAX_PIXELS) return null;
  const sentAs = facts.extension;
  if (underWay >= MAX_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else underWay += 1;
  try {
    const upright = sharp(sent, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).rotate();
    const { picture, extension } = shape(upright, { extension: sentAs });
    const { data, info } = await ENCODERS[extension](picture.timeout({ seconds: TIMEOUT_S })).toBuffer({
      resolveWithObject: true,
    });
    return { bytes: data, extension, width: info.width, height: info.height };
  } catch {
    return null;
  } finally {
    const next = waiting.shift();
    if (next) next();
    else underWay -= 1;
  }
}
