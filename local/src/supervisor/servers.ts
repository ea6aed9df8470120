import { join } from 'node:path';
import { adoptBuilds } from './adopt-builds.ts';
import type { StoredBuild } from './build-market.ts';
import { spawnServer } from './spawn-server.ts';
import type { SmsAccess, SocialAccess } from './stand-ins.ts';
import { step } from './steps.ts';
import type { MailAccess, StripeAccess } from './stores.ts';
import { CAPTURE_KEY, tsxArgs, type Workplace } from './workplace.ts';

const START_TIMEOUT_MS = 60_000;
const BFF_PATHS = [
  '/api',
  '/media',
  '/sitemap',
  '/sitemap.xml',
  '/.well-known/jwks.json',
  '/.well-known/oauth-authorization-server',
];

interface Server {
  name: string;
  folder: string;
  env: Record<string, string | undefined>;
  readyUrl: string;
}

/** What the servers need to know of the stores and services. */
export interface Connections {
  databaseUrl: string;
  clickhouseUrl: string;
  stripe: StripeAccess;
  mail: MailAccess;
  sms: SmsAccess;
  social: SocialAccess;
}

/** Environment of the BFF, also for commands that run beside it. */
export function bffEnvironment(
  workplace: Workplace,
  { databaseUrl, stripe, mail, sms, social }: Connections,
): Record<string, string | undefined> {
  return {
    DATABASE_URL: databaseUrl,
    REDIS_URL: workplace.options.REDIS_URL,
    PIPELINE_URL: workplace.urlOf('pipeline'),
    INTERNAL_TOKEN: workplace.secrets.internalToken,
    PUBLIC_URL: workplace.publicUrl,
    STRIPE_SECRET_KEY: stripe.secretKey,
    STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
    STRIPE_API_URL: stripe.apiUrl,
    SMTP_URL: mail.smtpUrl,
    RESEND_API_KEY: mail.resendApiKey,
    MAIL_FROM: mail.from,
    SMS_API_URL: sms.apiUrl,
    SMS_API_KEY: sms.apiKey,
    SMS_FROM: sms.from,
    SOCIAL_PROVIDERS: social.settings,
    RECEIPT_KEYS: workplace.options.RECEIPT_KEYS ?? workplace.secrets.receiptKeys,
    ...sealingEnvironment(workplace),
    PASSWORD_PEPPERS: workplace.options.PASSWORD_PEPPERS ?? workplace.secrets.passwordPeppers,
    PASSWORD_WORKERS: workplace.options.PASSWORD_WORKERS,
    CAPTCHA_KEY: workplace.options.CAPTCHA_KEY ?? workplace.secrets.captchaKey,
    CHANGES_PER_MINUTE: workplace.options.CHANGES_PER_MINUTE,
    STAFF_SECOND_STEP: workplace.options.STAFF_SECOND_STEP,
    MEDIA_DIR: join(workplace.dataDir, 'media'),
  };
}

/** Keys of personal fields. */
export const sealingEnvironment = ({ options, secrets }: Workplace) => ({
  SEALING_KEYS: options.SEALING_KEYS ?? secrets.sealingKeys,
  INDEX_KEY: options.INDEX_KEY ?? secrets.indexKey,
});

/** Starts BFF and pipeline side by side, and the shell once the BFF knows which builds there are. */
export async function startServers(
  workplace: Workplace,
  connections: Connections,
  builds: readonly StoredBuild[],
): Promise<void> {
  const bffUrl = workplace.urlOf('bff');
  const pipelineUrl = workplace.urlOf('pipeline');
  const { databaseUrl, clickhouseUrl, stripe, mail, sms, social } = connections;
  const standInRoutes = [
    ...(stripe.apiUrl ? [`/stripe=${stripe.apiUrl}`] : []),
    ...(mail.inboxUrl ? [`/inbox=${mail.inboxUrl}`] : []),
    ...(sms.inboxUrl ? [`/inbox/sms=${sms.inboxUrl}`] : []),
    ...(social.providersUrl ? [`/providers=${social.providersUrl}`] : []),
  ];
  const bff: Server = {
    name: 'bff',
    folder: 'bff',
    readyUrl: `${bffUrl}/healthz`,
    env: {
      ...bffEnvironment(workplace, connections),
      PORT: String(workplace.ports.bff),
      HOST: '127.0.0.1',
    },
  };
  const pipeline: Server = {
    name: 'pipeline',
    folder: 'pipeline',
    readyUrl: `${pipelineUrl}/healthz`,
    env: {
      PORT: String(workplace.ports.pipeline),
      HOST: '127.0.0.1',
      DATABASE_URL: databaseUrl,
      REDIS_URL: workplace.options.REDIS_URL,
      CLICKHOUSE_URL: clickhouseUrl,
      INTERNAL_TOKEN: workplace.secrets.internalToken,
      CAPTURE_KEY,
    },
  };
  const shell: Server = {
    name: 'shell',
    folder: 'apps/shell',
    readyUrl: `http://127.0.0.1:${workplace.options.PORT}/healthz`,
    env: {
      PORT: String(workplace.options.PORT),
      HOST: workplace.options.HOST,
      PUBLIC_URL: workplace.publicUrl,
      BFF_URL: bffUrl,
      REGISTRY_FILE: join(workplace.dataDir, 'registry.json'),
      REMOTES_DIR: join(workplace.dataDir, 'remotes'),
      PROXY_ROUTES: [
        ...BFF_PATHS.map((path) => `${path}=${bffUrl}`),
        `/ingest=${pipelineUrl}`,
        ...standInRoutes,
      ].join(','),
      HEALTH_URLS: [`bff=${bffUrl}/healthz`, `pipeline=${pipelineUrl}/healthz`].join(','),
      INTERNAL_TOKEN: workplace.secrets.internalToken,
      CAPTURE_KEY,
      // Only read in development: remotes that come from their sources instead of their builds.
      VITE_DEV_REMOTES: workplace.options.devRemotes.map((app) => app.replace('-mfe', '')).join(','),
    },
  };
  await Promise.all([
    startServer(workplace, bff).then(() => adoptBuilds(workplace, builds)),
    startServer(workplace, pipeline),
  ]);
  await startServer(workplace, shell);
}

async function startServer(workplace: Workplace, server: Server): Promise<void> {
  const { dev } = workplace.options;
  await step(server.name, async () => {
    await workplace.keep(server.name, () =>
      spawnServer({
        name: server.name,
        command: process.execPath,
        args: dev ? devArgs(workplace, server.name) : ['--enable-source-maps', 'dist/main.js'],
        cwd: join(workplace.root, server.folder),
        env: { NODE_ENV: dev ? 'development' : 'production', ...server.env },
        logFile: workplace.logFile(server.name),
        readyUrl: server.readyUrl,
        startTimeoutMs: START_TIMEOUT_MS,
      }),
    );
    return undefined;
  });
}

/** The shell reloads its pages and the remotes in them by itself; the others start anew when a source changes. */
function devArgs(workplace: Workplace, name: string): string[] {
  if (name === 'shell') return [...tsxArgs(), 'src/main.ts'];
  return [
    join(workplace.root, 'node_modules/tsx/dist/cli.mjs'),
    'watch',
    '--clear-screen=false',
    'src/main.ts',
  ];
}
