import { z } from 'zod';

/** Settings of test runs that take longer the more they try. */
export const testEnv = z
  .object({
    FUZZ_INPUTS: z.coerce.number().int().min(1).default(1_500),
    /** How many pairs of requests are compared; few show what is said, many how long it takes. */
    ENUMERATION_PAIRS: z.coerce.number().int().min(1).default(3),
  })
  .parse({ FUZZ_INPUTS: process.env.FUZZ_INPUTS, ENUMERATION_PAIRS: process.env.ENUMERATION_PAIRS });
