import { hostname } from 'node:os';
import { z } from 'zod';

const schema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535),
  DATABASE_URL: z.url(),
  REDIS_URL: z.url().optional(),
  CLICKHOUSE_URL: z.url(),
  CLICKHOUSE_DATABASE: z.string().min(1).default('default'),
  /** Set when ClickHouse is a cluster: its name in the servers' configuration. */
  CLICKHOUSE_CLUSTER: z.string().regex(/^\w+$/).optional(),
  /** Shared by Plaza's own processes; proves a call comes from inside. */
  INTERNAL_TOKEN: z.string().min(16),
  /** The project key that browsers send along. Public: it only says which project an event belongs to. */
  CAPTURE_KEY: z.string().min(1),
  /** Events that the key may bring in a minute to this process, and one network address of them. */
  CAPTURE_EVENTS_PER_MINUTE: z.coerce.number().int().min(1).default(5_000_000),
  CAPTURE_EVENTS_PER_MINUTE_OF_ADDRESS: z.coerce.number().int().min(1).default(6_000),
  /** How many proxies of ours stand before this process and append to `X-Forwarded-For`: the shell, an ingress. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(1),
  /** The same after a restart, different between processes that run at once. */
  CONSUMER_NAME: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});
const CLICKHOUSE = { CLICKHOUSE_URL: true, CLICKHOUSE_DATABASE: true, CLICKHOUSE_CLUSTER: true } as const;
export type Env = z.infer<typeof schema> & { CONSUMER_NAME: string };

/** Reads the environment once at boot; throws one line that names what is missing or wrong. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const env = parse(schema, source);
  return { ...env, CONSUMER_NAME: env.CONSUMER_NAME ?? `${hostname()}:${env.PORT}` };
}

/** What migrating and seeding need: fewer values than serving. */
export const readStoresEnv = (source: NodeJS.ProcessEnv = process.env) =>
  parse(schema.pick({ DATABASE_URL: true, ...CLICKHOUSE }), source);

/** What migrating ClickHouse needs. */
export const readClickHouseEnv = (source: NodeJS.ProcessEnv = process.env) =>
  parse(schema.pick(CLICKHOUSE), source);

/** What commands of an operator need to reach the running pipeline. */
export const readOperatorEnv = (source: NodeJS.ProcessEnv = process.env) =>
  parse(z.object({ PIPELINE_URL: z.url(), INTERNAL_TOKEN: z.string().min(16) }), source);

function parse<Output>(wanted: z.ZodType<Output>, source: NodeJS.ProcessEnv): Output {
  const parsed = wanted.safeParse(source);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not complete. ${problems.join('; ')}`);
}
