import { z } from 'zod';
import { releaseSchema } from './registry.ts';
import { frontendNameSchema } from './release-name.ts';

/** A build on a developer's own machine, as it says itself to a page of a market that shows it. */
export const localBuildSchema = releaseSchema.pick({ entry: true, stylesheets: true, pages: true }).extend({
  frontend: frontendNameSchema,
  /** Names the folder of its files, below the root of the same server. Every build has another one. */
  id: z.uuid(),
});
export type LocalBuild = z.infer<typeof localBuildSchema>;
