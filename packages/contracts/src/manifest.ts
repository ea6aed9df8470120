import { z } from 'zod';
import { auditReasonSchema } from './audit.ts';
import { declarationSchema } from './declaration.ts';
import { releaseSchema } from './registry.ts';
import { canaryAudienceSchema } from './release.ts';
import { frontendNameSchema, releaseVersionSchema } from './release-name.ts';

/** A JSON Schema, as `z.toJSONSchema` writes it. */
const jsonSchemaSchema = z.record(z.string(), z.unknown());

/** What a procedure takes and answers. */
export const procedureShapeSchema = z.object({
  kind: z.enum(['query', 'mutation', 'subscription']),
  /** Null for one that takes nothing. */
  input: jsonSchemaSchema.nullable(),
  output: jsonSchemaSchema.nullable(),
});
export type ProcedureShape = z.infer<typeof procedureShapeSchema>;
/** By the path of the procedure, as `catalog.product`. */
const proceduresSchema = z.record(z.string().max(100), procedureShapeSchema);
/** By the name of the event: its properties. */
const eventsSchema = z.record(z.string().max(100), jsonSchemaSchema);

/** Props of a slot, written out as a TypeScript type. */
const propsSchema = z.string().max(20_000);
const bytesSchema = z.int().min(0);
export const releaseNoteSchema = z.string().trim().max(200);

/** `release.json` of a release: all that is known of a build. Never changes. */
export const manifestSchema = z
  .object({
    schema: z.literal(1),
    declaration: declarationSchema,
    release: releaseSchema,
    commit: z
      .string()
      .regex(/^[0-9a-f]{7,64}$/)
      .nullable(),
    /** The commit's subject, or what was said of the build. */
    note: releaseNoteSchema,
    builtAt: z.iso.datetime(),
    /** Those that the build uses, in the shapes of the sources that it was built from. */
    procedures: proceduresSchema,
    /** Those that it tracks. */
    events: eventsSchema,
    /** What it takes from the shell: the version it was built with and the names it imports, by module. */
    shared: z.record(z.string(), z.object({ version: z.string(), exports: z.array(z.string()) })),
    slots: z.object({
      /** By the name of the slot. */
      offers: z.record(z.string(), propsSchema),
      /** By `<frontend>/<slot>`. */
      uses: z.record(z.string(), propsSchema),
    }),
    /** As they travel (brotli). */
    sizes: z.object({
      scriptBytes: bytesSchema,
      styleBytes: bytesSchema,
      /** What the budget bounds. */
      dearestPage: z.object({ expose: z.string(), scriptBytes: bytesSchema }),
      /** Scripts by page or slot. */
      exposes: z.record(z.string(), bytesSchema),
    }),
  })
  .refine(({ declaration, release }) => samePaths(declaration.pages, release.pages), {
    path: ['release', 'pages'],
    error: 'are not the pages of the declaration',
  });
export type Manifest = z.infer<typeof manifestSchema>;

const samePaths = (a: readonly { path: string }[], b: readonly { path: string }[]) =>
  a.length === b.length && a.every(({ path }) => b.some((other) => other.path === path));

/*
 * What the release command asks, with `Authorization: Bearer <release token>`, which works for one frontend; the internal
 * token works for all. Errors come as everywhere in the API: `{ error: { message, data: { code, httpStatus } } }`.
 */

/** `POST /api/releases`. The same version again changes nothing. */
export const registerReleaseBody = z.object({
  manifest: manifestSchema,
  /** In place of the manifest's. */
  note: releaseNoteSchema.optional(),
});
export const registerReleaseAnswer = z.object({ version: releaseVersionSchema, isNew: z.boolean() });

/** `POST /api/releases/activate`: what everybody gets from now on. */
export const activateBody = z.object({
  frontend: frontendNameSchema,
  version: releaseVersionSchema,
  reason: auditReasonSchema,
});
/** `POST /api/releases/canary`. Of a version that is the canary already it changes the audience. */
export const startCanaryBody = activateBody.extend({ audience: canaryAudienceSchema });
/** Of both. */
export const releaseChangeAnswer = z.object({
  /** False when everything was so already. */
  isChanged: z.boolean(),
});

/** `GET /api/releases/contract`: what a release must fit to. */
export const contractSchema = z.object({
  procedures: proceduresSchema,
  events: eventsSchema,
  /** Of all frontends: what visitors get now. */
  live: z.array(
    z.object({ frontend: frontendNameSchema, arm: z.enum(['stable', 'canary']), manifest: manifestSchema }),
  ),
});
export type Contract = z.infer<typeof contractSchema>;

/*
 * Between Plaza's own processes, with the internal token.
 */

/**
 * `POST /internal/releases/adopt`: registers builds, and makes those that were not known before what everybody gets, in
 * the order given; known ones too, unless somebody else has decided since.
 */
export const adoptBody = z.object({ manifests: z.array(manifestSchema).max(100) });
export const adoptAnswer = z.object({
  releases: z.array(
    z.object({
      frontend: frontendNameSchema,
      version: releaseVersionSchema,
      isNew: z.boolean(),
      isActivated: z.boolean(),
    }),
  ),
});

/**
 * `POST /internal/releases/override`: whether the browser with these cookies may see another release of a frontend than
 * it would get, and which.
 */
export const overrideBody = z.object({
  /** The browser's `Cookie` header. */
  cookie: z.string().max(16_384),
  frontend: frontendNameSchema,
  /** Null to ask for the right alone: for a build that runs on a developer's machine. */
  version: releaseVersionSchema.nullable(),
});
export const overrideAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), release: releaseSchema.nullable() }),
  z.object({ ok: z.literal(false), code: z.enum(['not_allowed', 'unknown_release']) }),
]);
