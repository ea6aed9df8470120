import { z } from 'zod';
import { socialProvidersSchema } from './social-settings.ts';

/** `Plaza <no-reply@plaza.test>`. */
const senderSchema = z.string().transform((text, context) => {
  const [, name = '', address = ''] = /^\s*"?([^"<>]+?)"?\s*<([^<>]+)>\s*$/.exec(text) ?? [];
  if (z.email().safeParse(address).success) return { name, address };
  context.addIssue({ code: 'custom', message: 'Write it as Plaza <no-reply@example.com>.' });
  return z.NEVER;
});

const KEY_BYTES = 32;

/** `2026-11:<32 bytes in base64url>,2025-03:…`: the first signs, all of them verify. */
const receiptKeysSchema = z
  .string()
  .transform((text) =>
    text.split(',').map((pair) => {
      const [id = '', seed = ''] = pair.split(':');
      return { id, seed: Buffer.from(seed, 'base64url') };
    }),
  )
  .refine((keys) => keys.every(({ id, seed }) => /^[\w.-]{1,40}$/.test(id) && seed.length === KEY_BYTES), {
    message: 'Write each key as <id>:<32 random bytes in base64url>, separated by commas.',
  });

/** `2026-11:<32 bytes in base64>,2025-03:…`: the first is used for what is new, the others for what there is. */
const keysSchema = z
  .string()
  .transform((text) =>
    text.split(',').map((pair) => {
      const [id = '', key = ''] = pair.split(':');
      return { id, key: Buffer.from(key, 'base64') };
    }),
  )
  .refine((keys) => keys.every(({ id, key }) => /^[\w-]{1,40}$/.test(id) && key.length === KEY_BYTES), {
    message: 'Write each key as <id>:<32 random bytes in base64>, separated by commas.',
  })
  .refine((keys) => new Set(keys.map(({ id }) => id)).size === keys.length, {
    message: 'Two keys have the same id.',
  });

const keySchema = z
  .string()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((key) => key.length === KEY_BYTES, { message: 'Write it as 32 random bytes in base64.' });

/** For programs that read or write personal fields. */
export const sealingEnvSchema = z.object({
  /** AES-256 keys that personal fields are encrypted with. */
  SEALING_KEYS: keysSchema,
  /** Key of the digests by which encrypted fields are looked up. It cannot be rotated like the others. */
  INDEX_KEY: keySchema,
});
export type SealingEnv = z.infer<typeof sealingEnvSchema>;

const passwordEnvSchema = z.object({
  /** Mixed into every password's hash and not kept with it. Take none away that a hash still names. */
  PASSWORD_PEPPERS: keysSchema,
  /** How many passwords are hashed at once; each takes a core and 19 MiB. */
  PASSWORD_WORKERS: z.coerce.number().int().min(1).max(64).default(1),
});
export type PasswordEnv = z.infer<typeof passwordEnvSchema>;

const shape = z.object({
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
  /** How long the stock of an order is kept for its buyer to pay. The provider's pages allow at most 24 hours. */
  RESERVATION_SECONDS: z.coerce.number().int().min(5).max(3_600).default(900),
  /** `smtps://user:password@host:465` or `smtp://host:587`. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Sends through Resend instead of SMTP. */
  RESEND_API_KEY: z.string().min(1).optional(),
  MAIL_FROM: senderSchema,
  /** How many mails this process hands over in a second at most; providers have their limits. */
  MAIL_MAX_PER_SECOND: z.coerce.number().min(0.1).max(1_000).default(20),
  /** Where text messages are posted, in the form of Twilio's API. Without it no codes by text message are offered. */
  SMS_API_URL: z.url().optional(),
  /** `<account>:<secret>` for it. */
  SMS_API_KEY: z.string().includes(':').optional(),
  /** Number or name that recipients of text messages see. */
  SMS_FROM: z.string().min(1).max(40).optional(),
  /** With whom people may sign in, as JSON; see `social-settings.ts`. */
  SOCIAL_PROVIDERS: socialProvidersSchema.default([]),
  /** Ed25519 keys that receipts are signed with. */
  RECEIPT_KEYS: receiptKeysSchema,
  ...sealingEnvSchema.shape,
  ...passwordEnvSchema.shape,
  /** Signs the puzzles that browsers solve before they may register. */
  CAPTCHA_KEY: keySchema,
  /** Work in a puzzle, as a multiple of what a slow phone does in one to two seconds. */
  CAPTCHA_COST: z.coerce.number().min(0.01).max(20).default(1),
  /** Whether support and admins need a second step to do their work. `optional` is for demos on one's own machine. */
  STAFF_SECOND_STEP: z.enum(['required', 'optional']).default('required'),
  /** Folder for pictures. */
  MEDIA_DIR: z.string().min(1),
  /** How many proxies of ours stand before this process and append to `X-Forwarded-For`: the shell, an ingress. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(1),
  /** How many changes one address may send in a minute; many people may share one: an office, a mobile network. */
  CHANGES_PER_MINUTE: z.coerce.number().int().min(1).default(3_000),
  /** Days in which the erasure of an account can be undone. What is promised is 30 days for all of it. */
  ERASURE_GRACE_DAYS: z.coerce.number().min(0).max(25).default(7),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});
const schema = shape
  .refine((env) => env.SMTP_URL !== undefined || env.RESEND_API_KEY !== undefined, {
    path: ['SMTP_URL'],
    message: 'Sending mail needs SMTP_URL or RESEND_API_KEY.',
  })
  .refine((env) => env.SMS_API_URL === undefined || (env.SMS_API_KEY && env.SMS_FROM), {
    path: ['SMS_API_URL'],
    message: 'Sending text messages needs SMS_API_KEY and SMS_FROM too.',
  });
export type Env = z.infer<typeof schema>;
export type ReceiptKey = Env['RECEIPT_KEYS'][number];
export type MailEnv = Pick<Env, 'SMTP_URL' | 'RESEND_API_KEY' | 'MAIL_FROM'>;

/** Reads the environment once at boot; throws one line that names what is missing or wrong. */
export const readEnv = (source: NodeJS.ProcessEnv = process.env): Env => parseEnv(schema, source);

/** For commands that need the database alone. */
export const readDatabaseUrl = (): string =>
  parseEnv(shape.pick({ DATABASE_URL: true }), process.env).DATABASE_URL;

/** For commands that open and seal personal fields. */
export const readSealingEnv = () => parseEnv(sealingEnvSchema.extend({ DATABASE_URL: z.url() }), process.env);

/** For commands that write pictures. */
export const readStoreEnv = () =>
  parseEnv(shape.pick({ DATABASE_URL: true, MEDIA_DIR: true, REDIS_URL: true }), process.env);

function parseEnv<Schema extends z.ZodType>(schema: Schema, source: NodeJS.ProcessEnv): z.output<Schema> {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not complete. ${problems.join('; ')}`);
}
