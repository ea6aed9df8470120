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
  /** As `put`, under a key of its own that nobody can guess: what is somebody's can be removed for good. */
  putOwn(bytes: Uint8Array, extension: PictureExtension): Promise<string>;
  /** Removes what `putOwn` has stored, by its public path. No error when it is gone. */
  remove(publicPath: string): Promise<void>;
  /** The bytes and media type of a key, or null. */
  get(key: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; contentType: string } | null>;
}
