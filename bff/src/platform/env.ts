import { z } from 'zod';

const schema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535),
  DATABASE_URL: z.url(),
  REDIS_URL: z.url().optional(),
  PIPELINE_URL: z.url(),
  /** Shared by Plaza's own processes; proves a call comes from inside. */
  INTERNAL_TOKEN: z.string().min(16),
  /** The origin that shoppers see. */
  PUBLIC_URL: z.url(),
  STRIPE_SECRET_KEY: z.string().min(1),
  STRIPE_WEBHOOK_SECRET: z.string().min(1),
  /** Only for a stand-in; the real Stripe when absent. */
  STRIPE_API_URL: z.url().optional(),
  /** Folder for pictures. */
  MEDIA_DIR: z.string().min(1),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});
export type Env = z.infer<typeof schema>;

/** Reads the environment once at boot; throws one line that names what is missing or wrong. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not complete. ${problems.join('; ')}`);
}
