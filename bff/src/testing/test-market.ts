import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Account } from '@plaza/contracts';
import { stripeWebhook } from '../payment/stripe-webhook.http.ts';
import { migrateDatabase } from '../platform/migrate-database.ts';
import { createServices, type Services } from '../platform/services.ts';
import { socialProvidersSchema } from '../platform/social-settings.ts';
import { createCallerFactory } from '../platform/trpc.ts';
import { appRouter } from '../router.ts';
import { createTestGoods } from './test-goods.ts';
import { createTestRecords } from './test-records.ts';
import { createTestVisitor, newTokenHash } from './test-visitor.ts';

export { fillCart, mustPlace } from './test-checkout.ts';

const createCaller = createCallerFactory(appRouter);

export const RESERVATION_MS = 15 * 60_000;

/** A clock that stands still until it is moved. */
export class TestClock {
  #now = new Date();
  now = () => this.#now;
  advance(ms: number) {
    this.#now = new Date(this.#now.getTime() + ms);
  }
}

interface TestMarketInput {
  databaseUrl: string;
  clock: TestClock;
  /** Where payments go; calls fail when there is none. */
  stripe?: { url: string; secretKey: string; webhookSecret: string };
  /** Where mails go; they wait when there is none. */
  smtpUrl?: string;
  /** With whom people may sign in, as in the environment. */
  socialProviders?: string;
}

/** A migrated market with nothing in it, its services, and short ways to what tests need. */
export async function openTestMarket(input: TestMarketInput) {
  await migrateDatabase(input.databaseUrl, fileURLToPath(new URL('../../migrations', import.meta.url)));
  const services = await createTestServices(input);
  const { client } = services.database;
  return {
    services,
    /** A browser of its own, signed in or not. */
    visit: (account: Account | null = null, cartTokenHash: string | null = newTokenHash()) =>
      createCaller({ services, visitor: createTestVisitor(account, cartTokenHash) }),
    ...createTestGoods(client, services.sealing),
    ...createTestRecords(client),
    ...createTestWebhooks(services),
  };
}
export type TestMarket = Awaited<ReturnType<typeof openTestMarket>>;
export type Buyer = ReturnType<TestMarket['visit']>;

async function createTestServices({
  databaseUrl,
  clock,
  stripe,
  smtpUrl,
  socialProviders,
}: TestMarketInput): Promise<Services> {
  const services = await createServices({
    HOST: '127.0.0.1',
    PORT: 0,
    DATABASE_URL: databaseUrl,
    PIPELINE_URL: 'http://127.0.0.1:1',
    INTERNAL_TOKEN: 'a token for tests only',
    PUBLIC_URL: 'http://plaza.test',
    STRIPE_SECRET_KEY: stripe?.secretKey ?? 'sk_test_none',
    STRIPE_WEBHOOK_SECRET: stripe?.webhookSecret ?? 'whsec_none',
    STRIPE_API_URL: stripe?.url ?? 'http://127.0.0.1:1',
    RESERVATION_SECONDS: RESERVATION_MS / 1_000,
    SMTP_URL: smtpUrl ?? 'smtp://127.0.0.1:1',
    MAIL_FROM: { name: 'Plaza', address: 'no-reply@plaza.test' },
    MAIL_MAX_PER_SECOND: 1_000,
    RECEIPT_KEYS: [{ id: 'test', seed: randomBytes(32) }],
    SEALING_KEYS: [{ id: 'test', key: randomBytes(32) }],
    INDEX_KEY: randomBytes(32),
    PASSWORD_PEPPERS: [{ id: 'test', key: randomBytes(32) }],
    PASSWORD_WORKERS: 2,
    CAPTCHA_KEY: randomBytes(32),
    CAPTCHA_COST: 0.01,
    SOCIAL_PROVIDERS: socialProviders ? socialProvidersSchema.parse(socialProviders) : [],
    STAFF_SECOND_STEP: 'required',
    MEDIA_DIR: tmpdir(),
    TRUSTED_PROXIES: 0,
    CHANGES_PER_MINUTE: 100_000,
    ERASURE_GRACE_DAYS: 7,
    LOG_LEVEL: 'silent',
  });
  return { ...services, clock };
}

function createTestWebhooks(services: Services) {
  const webhook = stripeWebhook(services);
  return {
    /** The provider's events about an order, oldest first. */
    eventsOf: async (orderId: string) => {
      const { data } = await services.stripe.events.list({ limit: 100 });
      return data.filter((event) => JSON.stringify(event.data).includes(orderId)).reverse();
    },
    /** Delivers an event as the provider would, or signed by somebody else, or at another time. */
    deliver: async (event: object, forge: { secret?: string; timestampSeconds?: number } = {}) => {
      const payload = JSON.stringify(event);
      const header = services.stripe.webhooks.generateTestHeaderString({
        payload,
        secret: forge.secret ?? services.env.STRIPE_WEBHOOK_SECRET,
        timestamp: forge.timestampSeconds ?? Math.floor(Date.now() / 1_000),
      });
      const request = { method: 'POST', body: payload, headers: { 'stripe-signature': header } };
      return (await webhook.request('/', request)).status;
    },
  };
}
