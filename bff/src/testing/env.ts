import { z } from 'zod';

/** Settings of test runs that take longer the more they try. */
export const testEnv = z
  .object({ FUZZ_INPUTS: z.coerce.number().int().min(1).default(1_500) })
  .parse({ FUZZ_INPUTS: process.env.FUZZ_INPUTS });
