import { z } from 'zod';
import { frontendInput } from './release.ts';
import { releaseVersionSchema } from './release-name.ts';

export const diffReleasesInput = frontendInput.extend({
  from: releaseVersionSchema,
  to: releaseVersionSchema,
});
const namedChangeSchema = z.object({
  /** A path, a slot, a procedure, … */
  name: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
/** What differs between the contracts of two releases. `before` is null for what came, `after` for what went. */
export const releaseDiffSchema = z.object({
  pages: z.array(namedChangeSchema),
  slots: z.array(namedChangeSchema),
  /** Slots of others. */
  uses: z.array(namedChangeSchema),
  data: z.array(namedChangeSchema),
  procedures: z.array(namedChangeSchema),
  events: z.array(namedChangeSchema),
  shared: z.array(namedChangeSchema),
  /** Bytes, as they travel; `script`, `style` and each page or slot. All of them, changed or not. */
  sizes: z.array(z.object({ name: z.string(), before: z.int().nullable(), after: z.int().nullable() })),
});
export type ReleaseDiff = z.infer<typeof releaseDiffSchema>;
