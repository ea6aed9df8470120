import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';

/** Folders of the frontends that are released by themselves. */
export const REMOTE_APPS = readdirSync(new URL('../../../apps/', import.meta.url)).filter((folder) =>
  folder.endsWith('-mfe'),
);

const environment = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url().optional(),
  PLAZA_DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z.url().optional(),
  REDIS_URL: z.url().optional(),
  CLICKHOUSE_URL: z.url().optional(),
  STRIPE_SECRET_KEY: z.string().min(1).optional(),
  STRIPE_WEBHOOK_SECRET: z.string().min(1).optional(),
  SMTP_URL: z.url().optional(),
  RESEND_API_KEY: z.string().min(1).optional(),
  MAIL_FROM: z.string().min(1).optional(),
  SMS_API_URL: z.url().optional(),
  SMS_API_KEY: z.string().min(1).optional(),
  SMS_FROM: z.string().min(1).optional(),
  SOCIAL_PROVIDERS: z.string().min(1).optional(),
  RECEIPT_KEYS: z.string().min(1).optional(),
  CHANGES_PER_MINUTE: z.string().min(1).optional(),
  SEALING_KEYS: z.string().min(1).optional(),
  INDEX_KEY: z.string().min(1).optional(),
  PASSWORD_PEPPERS: z.string().min(1).optional(),
  PASSWORD_WORKERS: z.string().min(1).optional(),
  CAPTCHA_KEY: z.string().min(1).optional(),
  STAFF_SECOND_STEP: z.enum(['required', 'optional']).optional(),
});

export interface Options extends z.output<typeof environment> {
  /** Not asked for by itself where the database is ours, and the demo's admin signs in with a password that all know. */
  STAFF_SECOND_STEP: 'required' | 'optional';
  /** Begin with empty data. */
  reset: boolean;
  /** Fill an empty market with the demo. Never by itself where the database is somebody's own: its accounts are known to all. */
  demo: boolean;
  dev: boolean;
  /** Remotes that run from their sources; the others as they are built. */
  devRemotes: string[];
}

/**
 * Reads the command line and the environment.
 * @throws one line that says what is wrong
 */
export function readOptions(args: string[], source: NodeJS.ProcessEnv): Options {
  const { values } = parseArgs({
    args,
    options: {
      reset: { type: 'boolean', default: false },
      demo: { type: 'boolean', default: false },
      dev: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
    },
  });
  const only = z.array(z.enum(REMOTE_APPS)).safeParse(values.only);
  if (!only.success) throw new Error(`--only takes one of ${REMOTE_APPS.join(', ')}.`);
  if (only.data.length > 0 && !values.dev) throw new Error('--only belongs to --dev.');
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(present);
  if (!parsed.success) {
    throw new Error(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
    );
  }
  if (parsed.data.STRIPE_SECRET_KEY && !parsed.data.STRIPE_WEBHOOK_SECRET) {
    throw new Error(
      'STRIPE_SECRET_KEY needs STRIPE_WEBHOOK_SECRET beside it, the signing secret of your webhook endpoint.',
    );
  }
  if ((parsed.data.SMTP_URL || parsed.data.RESEND_API_KEY) && !parsed.data.MAIL_FROM) {
    throw new Error('Sending real mail needs MAIL_FROM, such as "Plaza <no-reply@example.com>".');
  }
  const devRemotes = !values.dev ? [] : only.data.length > 0 ? only.data : [...REMOTE_APPS];
  const isOurs = parsed.data.DATABASE_URL === undefined;
  return {
    ...parsed.data,
    STAFF_SECOND_STEP: parsed.data.STAFF_SECOND_STEP ?? (isOurs ? 'optional' : 'required'),
    reset: values.reset,
    demo: values.demo || isOurs,
    dev: values.dev,
    devRemotes,
  };
}
