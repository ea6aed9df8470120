import { z } from 'zod';
import { sealingEnvSchema } from '../src/platform/env.ts';

const schema = z.object({
  DATABASE_URL: z.url(),
  MEDIA_DIR: z.string().min(1),
  ...sealingEnvSchema.shape,
});

/** What the seed needs of the environment. */
export const readSeedEnv = (source: NodeJS.ProcessEnv = process.env) => schema.parse(source);
