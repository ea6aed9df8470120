import { z } from 'zod';

/** What `draw-pages.ts` is told, as its argument. */
export const drawPagesInput = z.object({
  bffUrl: z.url(),
  publicUrl: z.url(),
  internalToken: z.string(),
  remotesDir: z.string(),
  registryFile: z.string(),
  /** The shell's build for browsers, and the code of a render thread. */
  clientDir: z.string(),
  renderWorker: z.url(),
  paths: z.array(z.string()).min(1),
});

/** Of one page: from question to answer, and processor time of all threads. */
const costSchema = z.object({ p50Ms: z.number(), cpuMs: z.number() });
const comparisonSchema = z.object({ here: costSchema, threads: costSchema });

/** What it prints. */
export const threadCostsSchema = z.object({
  /** Pages that are drawn anew each time, and pages whose documents are kept. */
  fresh: comparisonSchema,
  kept: comparisonSchema,
  message: z.object({ threadMs: z.number(), processMs: z.number(), bytes: z.number() }),
});
export type ThreadCosts = z.infer<typeof threadCostsSchema>;
