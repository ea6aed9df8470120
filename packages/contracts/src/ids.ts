import { uuidv7 } from 'uuidv7';
import { z } from 'zod';

/** Every identifier is a UUIDv7: unique without a round trip, sortable by the time it was made. */
export const idSchema = z.uuid({ error: 'is not a valid id' });
export type Id = z.infer<typeof idSchema>;

/** A fresh UUIDv7. */
export const newId = (): Id => uuidv7();

/** Lower-case words joined by hyphens, as in addresses: `usb-c-cables`. */
export const slugSchema = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'may hold lower-case letters, digits and hyphens only' });

/** Turns a name into a slug: accents dropped, everything else but letters and digits becomes a hyphen. */
export const toSlug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 100)
    .replace(/-+$/, '');
