import { imageSize } from 'image-size';
import type { PictureExtension } from '../platform/storage.ts';

/** Kinds that are taken from visitors. Drawings (SVG) are not among them: they can carry script. */
const TAKEN: Record<string, PictureExtension> = { png: 'png', jpg: 'jpg', webp: 'webp', avif: 'avif' };
const MAX_SIDE_PX = 12_000;
/** EXIF orientations that lay a picture on its side, so that what is shown has the sides swapped. */
const LYING = new Set([5, 6, 7, 8]);

export interface PictureFacts {
  extension: PictureExtension;
  width: number;
  height: number;
}

/** What the bytes are, judged by themselves and not by name or stated type; null when they are no picture we take. */
export function readPicture(bytes: Uint8Array): PictureFacts | null {
  try {
    const { type, width, height, orientation } = imageSize(bytes);
    const extension = TAKEN[type ?? ''];
    const isSane = [width, height].every((side) => Number.isInteger(side) && side > 0 && side <= MAX_SIDE_PX);
    if (!extension || !isSane) return null;
    return orientation !== undefined && LYING.has(orientation)
      ? { extension, width: height, height: width }
      : { extension, width, height };
  } catch {
    return null;
  }
}
