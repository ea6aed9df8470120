/** Media types of the pictures that are kept, by the ending of their keys. */
export const PICTURE_TYPES = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
} as const;
export type PictureExtension = keyof typeof PICTURE_TYPES;

/** Where pictures are kept: a folder by default, an object store later. Keys are made by us, never by visitors. */
export interface PictureStorage {
  /** Stores bytes and answers the public path, `/media/<key>`. Same bytes, same key. */
  put(bytes: Uint8Array, extension: PictureExtension): Promise<string>;
  /** The bytes and media type of a key, or null. */
  get(key: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; contentType: string } | null>;
}
