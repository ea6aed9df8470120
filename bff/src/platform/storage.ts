/** Where pictures are kept: a folder by default, an object store later. Keys are made by us, never by visitors. */
export interface PictureStorage {
  /** Stores bytes and answers the public path, `/media/<key>`. Same bytes, same key. */
  put(bytes: Uint8Array, extension: 'svg' | 'png' | 'jpg' | 'webp' | 'avif'): Promise<string>;
  /** The bytes and media type of a key, or null. */
  get(key: string): Promise<{ bytes: Uint8Array; contentType: string } | null>;
}
