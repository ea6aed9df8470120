import { z } from 'zod';

const url = z.url().transform((value) => value.replace(/\/+$/, ''));

/** `name=http://…,name=http://…` → pairs. */
const addressList = z
  .string()
  .default('')
  .transform((text, context) => {
    const entries = text.split(',').filter((entry) => entry.trim() !== '');
    return entries.map((entry) => {
      const [name = '', address = ''] = entry.trim().split(/=(.*)/s);
      if (name === '' || !URL.canParse(address)) {
        context.addIssue({ code: 'custom', message: `"${entry}" is not of the form name=http://address` });
      }
      return { name, address: address.replace(/\/+$/, '') };
    });
  });

const envSchema = z.object({
  NODE_ENV: z.enum(['production', 'development']).catch('production'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  PUBLIC_URL: url.default('http://localhost:3000'),
  BFF_URL: url,
  /** Keeps the BFF's last answer on releases; in force while the BFF does not answer. */
  REGISTRY_FILE: z.string().min(1),
  /** The files of releases, `<remote>/<version>/…`; those that are kept elsewhere are copied to it. */
  REMOTES_DIR: z.string().min(1),
  INTERNAL_TOKEN: z.string().min(16),
  /** Proxies of ours before this process, each of which appends the address that it saw to X-Forwarded-For. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** `/api=http://…,/media=http://…`: what other processes answer, below the path as it is. */
  PROXY_ROUTES: addressList,
  /** `bff=http://…/healthz`: the processes whose health is part of the shop's. */
  HEALTH_URLS: addressList,
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});
export type Env = z.infer<typeof envSchema>;

/** The settings of this process. Ends the process with one clear line when one is missing or malformed. */
export function readEnv(): Env {
  // React and the router look at it when they are imported, which must be after this.
  process.env.NODE_ENV ??= 'production';
  const parsed = envSchema.safeParse(process.env);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  console.error(`The shell cannot start. ${problems.join('; ')}`);
  process.exit(1);
}
