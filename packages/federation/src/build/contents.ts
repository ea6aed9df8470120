import { declarationSchema } from '@plaza/contracts/declaration';
import { manifestSchema } from '@plaza/contracts/manifest';
import { z } from 'zod';

const { shared, sizes } = manifestSchema.shape;

/** What a build says of itself, in `dist/.plaza/contents.json`; see declaration-plugin.mjs. */
export const contentsSchema = z.object({
  entry: z.string(),
  exposes: z.record(z.string(), z.object({ scripts: z.array(z.string()) })),
  declaration: declarationSchema,
  /** Paths of the procedures that it uses, and names of the events that it tracks. */
  procedures: z.array(z.string()),
  events: z.array(z.string()),
  shared,
  sizes,
});
export type Contents = z.infer<typeof contentsSchema>;
