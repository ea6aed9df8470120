import { REMOTES } from '@plaza/contracts/remotes';
import { z } from 'zod';

/** A path inside a release: relative, forward slashes, never upwards. */
const filePathSchema = z
  .string()
  .max(300)
  .regex(/^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$))[\w@./-]+$/, { error: 'is not a path inside a release' });

const integritySchema = z.string().regex(/^sha384-[A-Za-z0-9+/]{64}$/);

/** One immutable build of a remote: where it is and what every file of it must hash to. */
export const releaseSchema = z.object({
  /** Hash of the content; names the folder. */
  version: z.string().regex(/^[0-9a-f]{16}$/),
  /** Address of the folder, with a slash at its end: a path of this origin, or of a CDN. */
  baseUrl: z.string().regex(/^(?:\/|https?:\/\/).*\/$/),
  /** The federation container for browsers, and the one for the shell's server. */
  entry: filePathSchema,
  serverEntry: filePathSchema,
  /** sha384 of every file, as in the `integrity` attribute. */
  integrity: z.record(filePathSchema, integritySchema),
  stylesheets: z.array(filePathSchema),
  /** By page or slot: the scripts that it needs beside the entry, for loading all of them at once. */
  exposes: z.record(z.string(), z.object({ scripts: z.array(filePathSchema) })),
});
export type Release = z.infer<typeof releaseSchema>;

/** What is live now, and what was before it: the second retry of a page that cannot load the live one. */
export const registryEntrySchema = releaseSchema.extend({ previous: releaseSchema.nullable() });
export type RegistryEntry = z.infer<typeof registryEntrySchema>;

export const registrySchema = z.object({
  schema: z.literal(1),
  remotes: z.partialRecord(z.enum(REMOTES), registryEntrySchema),
});
export type Registry = z.infer<typeof registrySchema>;
