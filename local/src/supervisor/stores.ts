import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clickhouseCommand } from '../clickhouse/start-clickhouse.ts';
import { startPostgres } from '../postgres/start-postgres.ts';
import { spawnServer } from './spawn-server.ts';
import { step } from './steps.ts';
import { tsxArgs, type Workplace } from './workplace.ts';

const START_TIMEOUT_MS = 60_000;

/** Starts the embedded PostgreSQL, unless DATABASE_URL names another. @returns the connection string */
export async function startDatabase(workplace: Workplace): Promise<string> {
  const given = workplace.options.DATABASE_URL;
  if (given) return given;
  let url = '';
  await step('postgres', async () => {
    await workplace.keep('postgres', async () => {
      const running = await startPostgres({
        dataDir: join(workplace.dataDir, 'postgres'),
        port: workplace.ports.postgres,
      });
      url = running.url;
      return running;
    });
    return undefined;
  });
  return url;
}

/** Starts the embedded ClickHouse engine, unless CLICKHOUSE_URL names a server. @returns its address */
export async function startAnalytics(workplace: Workplace): Promise<string> {
  const given = workplace.options.CLICKHOUSE_URL;
  if (given) return given;
  const url = workplace.urlOf('clickhouse');
  const { command, args, env } = clickhouseCommand();
  await step('clickhouse', async () => {
    await workplace.keep('clickhouse', () =>
      spawnServer({
        name: 'clickhouse',
        command,
        args,
        cwd: workplace.root,
        env: {
          ...env,
          PORT: String(workplace.ports.clickhouse),
          HOST: '127.0.0.1',
          DATA_DIR: join(workplace.dataDir, 'clickhouse'),
        },
        logFile: workplace.logFile('clickhouse'),
        readyUrl: `${url}/ping`,
        startTimeoutMs: START_TIMEOUT_MS,
      }),
    );
    return undefined;
  });
  return url;
}

/** How the BFF reaches Stripe. */
export interface StripeAccess {
  secretKey: string;
  webhookSecret: string;
  /** Only with the stand-in. */
  apiUrl: string | undefined;
}

/** Starts the Stripe stand-in, unless STRIPE_SECRET_KEY names a real account. */
export async function startPayments(workplace: Workplace): Promise<StripeAccess> {
  const { STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET } = workplace.options;
  if (STRIPE_SECRET_KEY && STRIPE_WEBHOOK_SECRET) {
    return { secretKey: STRIPE_SECRET_KEY, webhookSecret: STRIPE_WEBHOOK_SECRET, apiUrl: undefined };
  }
  const webhookSecret = workplace.secrets.stripeWebhookSecret;
  const apiUrl = workplace.urlOf('stripe');
  await step('stripe', async () => {
    await workplace.keep('stripe', () =>
      spawnServer({
        name: 'stripe',
        command: process.execPath,
        args: [...tsxArgs(), fileURLToPath(new URL('../stripe/main.ts', import.meta.url))],
        cwd: workplace.root,
        env: {
          PORT: String(workplace.ports.stripe),
          HOST: '127.0.0.1',
          DATA_DIR: join(workplace.dataDir, 'stripe'),
          PUBLIC_BASE_URL: `${workplace.publicUrl}/stripe`,
          WEBHOOK_URL: `${workplace.urlOf('bff')}/api/webhooks/stripe`,
          WEBHOOK_SECRET: webhookSecret,
        },
        logFile: workplace.logFile('stripe'),
        readyUrl: `${apiUrl}/healthz`,
        startTimeoutMs: START_TIMEOUT_MS,
      }),
    );
    return 'stand-in, no real money';
  });
  return { secretKey: 'sk_test_plaza_local', webhookSecret, apiUrl };
}

/** How the BFF sends mail. */
export interface MailAccess {
  smtpUrl: string | undefined;
  resendApiKey: string | undefined;
  from: string;
  /** Where to read what was sent; only with the stand-in. */
  inboxUrl: string | undefined;
}

const LOCAL_SENDER = 'Plaza <no-reply@plaza.test>';

/** Starts the mail stand-in, unless SMTP_URL or RESEND_API_KEY names a real way out. */
export async function startMail(workplace: Workplace): Promise<MailAccess> {
  const { SMTP_URL, RESEND_API_KEY, MAIL_FROM } = workplace.options;
  const from = MAIL_FROM ?? LOCAL_SENDER;
  if (SMTP_URL || RESEND_API_KEY) {
    return { smtpUrl: SMTP_URL, resendApiKey: RESEND_API_KEY, from, inboxUrl: undefined };
  }
  const inboxUrl = workplace.urlOf('mail');
  await step('mail', async () => {
    await workplace.keep('mail', () =>
      spawnServer({
        name: 'mail',
        command: process.execPath,
        args: [...tsxArgs(), fileURLToPath(new URL('../mail/main.ts', import.meta.url))],
        cwd: workplace.root,
        env: {
          PORT: String(workplace.ports.mail),
          SMTP_PORT: String(workplace.ports.smtp),
          HOST: '127.0.0.1',
          DATA_DIR: join(workplace.dataDir, 'mail'),
        },
        logFile: workplace.logFile('mail'),
        readyUrl: `${inboxUrl}/healthz`,
        startTimeoutMs: START_TIMEOUT_MS,
      }),
    );
    return 'stand-in, mails stay here';
  });
  return { smtpUrl: `smtp://127.0.0.1:${workplace.ports.smtp}`, resendApiKey: undefined, from, inboxUrl };
}
