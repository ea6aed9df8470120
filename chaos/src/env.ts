import { existsSync } from 'node:fs';
import { z } from 'zod';

const DEBIANS_CHROMIUM = '/usr/bin/chromium';

const schema = z.object({
  /** A Chromium of the machine. Undefined means the one that Playwright has installed. */
  CHROMIUM_PATH: z
    .string()
    .min(1)
    .optional()
    .transform((given) => given ?? (existsSync(DEBIANS_CHROMIUM) ? DEBIANS_CHROMIUM : undefined)),
});

export const readChaosEnv = (source: NodeJS.ProcessEnv = process.env) => schema.parse(source);
