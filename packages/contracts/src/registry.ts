import { z } from 'zod';
import { pageDeclarationSchema } from './declaration.ts';
import { canaryAudienceSchema } from './release.ts';
import { frontendNameSchema, releaseVersionSchema } from './release-name.ts';

/** A path inside a release: relative, forward slashes, never upwards. */
const filePathSchema = z
  .string()
  .max(300)
  .regex(/^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$))[\w@./-]+$/, { error: 'is not a path inside a release' });

const integritySchema = z.string().regex(/^sha384-[A-Za-z0-9+/]{64}$/);

/** One immutable build of a remote: where it is and what every file of it must hash to. */
export const releaseSchema = z.object({
  /** Hash of the content; names the folder. */
  version: releaseVersionSchema,
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
  /** Where its pages are: the shell knows no address by itself. */
  pages: z.array(pageDeclarationSchema),
});
export type Release = z.infer<typeof releaseSchema>;

/** Pages whose code comes from elsewhere than a published build: from the sources, or out of one bundle of everything. */
export const releaseWithoutFiles = (version: string, pages: Release['pages']): Release => ({
  version,
  baseUrl: '/',
  entry: '',
  serverEntry: '',
  integrity: {},
  stylesheets: [],
  exposes: {},
  pages,
});

/** What visitors get of one frontend. */
export const registryEntrySchema = z.object({
  /** What everybody gets who does not get the canary. */
  stable: releaseSchema,
  /** What was stable before: the second retry of a page that cannot load the stable one. */
  previous: releaseSchema.nullable(),
  canary: z
    .object({
      release: releaseSchema,
      audience: canaryAudienceSchema,
      /** Nobody joins any more; who has it keeps it. */
      isHeld: z.boolean(),
    })
    .nullable(),
  /** Switched off: its pages say so and its slots are empty. */
  isOff: z.boolean(),
});
export type RegistryEntry = z.infer<typeof registryEntrySchema>;

export const registrySchema = z.object({
  schema: z.literal(2),
  remotes: z.record(frontendNameSchema, registryEntrySchema),
});
export type Registry = z.infer<typeof registrySchema>;
