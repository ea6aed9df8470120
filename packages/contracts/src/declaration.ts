import { z } from 'zod';
import type { TakenPage } from './release.ts';
import { frontendNameSchema } from './release-name.ts';
import { SHELL } from './team-figures.ts';

/** A file below `src/exposes`, without its ending. */
const exposeSchema = z.string().regex(/^[a-z][a-z0-9-]*$/);

export const pageDeclarationSchema = z.object({
  /** Path with `$parameters`, which the page gets by these names. No other frontend has the same. */
  path: z
    .string()
    .max(200)
    .regex(/^\/(?:[\w$.-]+(?:\/[\w$.-]+)*)?$/),
  expose: exposeSchema,
  /**
   * `public` pages are rendered without cookies, so that everybody gets the same bytes and a CDN can keep them.
   * `private` pages are rendered with the visitor's cookies and kept by nobody.
   */
  access: z.enum(['public', 'private']),
  /** How long a CDN may answer a public page by itself. */
  sharedMaxAgeSeconds: z.int().min(0).max(3_600).optional(),
});
export type PageDeclaration = z.infer<typeof pageDeclarationSchema>;

interface FrontendPages {
  frontend: string;
  pages: readonly { path: string }[];
}
/** Which pages of a frontend are pages of others: an address leads to one of them. */
export const findTakenPages = (
  { frontend, pages }: FrontendPages,
  live: readonly FrontendPages[],
): TakenPage[] =>
  pages.flatMap(({ path }) => {
    const owner = live.find(
      (other) =>
        other.frontend !== frontend && other.pages.some((page) => shapeOf(page.path) === shapeOf(path)),
    );
    return owner ? [{ path, frontend: owner.frontend }] : [];
  });

/** What a path looks like to an address: names of parameters make no difference. */
const shapeOf = (path: string) => path.replace(/\$\w+/g, '$');

/** What a frontend is, in one place: `remote.ts` in the folder of its app. */
export const declarationSchema = z.object({
  /** The shell is no frontend, but has figures of its own under this name. */
  name: frontendNameSchema.refine((name) => name !== SHELL, { error: 'is the name of the shell' }),
  title: z.string().min(1).max(60),
  /** Who answers for it. */
  team: z.string().min(1).max(60),
  pages: z.array(pageDeclarationSchema).max(200),
  /** What it offers to the shell and to the pages of others. */
  slots: z.array(exposeSchema).max(50),
  /** Slots of others that it shows, as `<frontend>/<slot>`. */
  uses: z.array(z.string().regex(/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/)).max(50),
  /** Domains of the BFF that it asks, as `catalog`. A build that asks another fails. */
  data: z.array(z.string().regex(/^[a-z][A-Za-z]*$/)).max(30),
  budget: z.object({
    /** Scripts of the dearest page with all slots, as they travel (brotli), in thousands of bytes. The build fails above it. */
    scriptKb: z.number().positive(),
    /** The stylesheet, likewise. */
    styleKb: z.number().positive(),
    /** LCP at the 75th percentile, in milliseconds. Shown beside what is measured. */
    lcpMs: z.int().positive(),
  }),
});
export type Declaration = z.infer<typeof declarationSchema>;
