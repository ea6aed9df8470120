import { type Logger, pino } from 'pino';
import Stripe from 'stripe';
import { type ChangeFeed, openChangeFeed } from './change-feed.ts';
import { type Clock, systemClock } from './clock.ts';
import { type Database, openDatabase } from './db.ts';
import type { Env } from './env.ts';
import { createMailer, type Mailer } from './mail.ts';
import { createOnce, type Once } from './once.ts';
import { createPasswords, type Passwords } from './passwords.ts';
import { openPictureStorage } from './picture-storage.ts';
import { createPlaces, type Places } from './places.ts';
import { createPubSub, type PubSub } from './pubsub.ts';
import { createRateLimits, type RateLimits } from './rate-limits.ts';
import { connectRedis, type RedisClient } from './redis.ts';
import { createResponseCache, type ResponseCache } from './response-cache.ts';
import { createSealing, type Sealing } from './sealing.ts';
import { createSmsSender, type SmsSender } from './sms.ts';
import type { PictureStorage } from './storage.ts';
import { createTallies, type Tallies } from './tallies.ts';
import { createWaker, type Waker } from './waker.ts';

/** What lives as long as the process; handed to every use case. */
export interface Services {
  env: Env;
  database: Database;
  /** Null when the process runs without Redis. Use it through `pubsub` and `rateLimits`, which do without it too. */
  redis: RedisClient | null;
  pubsub: PubSub;
  responseCache: ResponseCache;
  rateLimits: RateLimits;
  once: Once;
  tallies: Tallies;
  places: Places;
  passwords: Passwords;
  storage: PictureStorage;
  sealing: Sealing;
  changes: ChangeFeed;
  stripe: Stripe;
  mailer: Mailer;
  /** Null when nothing is configured that could deliver text messages. */
  sms: SmsSender | null;
  /** Tells the job that hands mails over that some are waiting. */
  mailWaker: Waker;
  clock: Clock;
  log: Logger;
  close(): Promise<void>;
}

/** Opens everything that the environment names. Waits for nothing: what is not there yet is connected when needed. */
export async function createServices(env: Env): Promise<Services> {
  const log = pino({ name: 'bff', level: env.LOG_LEVEL });
  const database = openDatabase(env.DATABASE_URL);
  const redis = env.REDIS_URL ? connectRedis(env.REDIS_URL, log) : null;
  const pubsub = createPubSub(redis, log);
  const mailer = createMailer(env);
  const changes = openChangeFeed(database.client, log);
  return {
    env,
    database,
    redis,
    pubsub,
    responseCache: await createResponseCache(pubsub),
    rateLimits: createRateLimits(redis, log),
    once: createOnce(redis, log),
    tallies: createTallies(redis, log),
    places: createPlaces(),
    passwords: createPasswords(env),
    storage: openPictureStorage(env.MEDIA_DIR),
    sealing: createSealing(env),
    changes,
    stripe: createStripe(env),
    mailer,
    sms: createSms(env),
    mailWaker: createWaker(),
    clock: systemClock,
    log,
    close: async () => {
      mailer.close();
      await changes.close();
      await pubsub.close();
      redis?.destroy();
      await database.close();
    },
  };
}

const STRIPE_TIMEOUT_MS = 10_000;

function createStripe(env: Env): Stripe {
  const options = { timeout: STRIPE_TIMEOUT_MS, maxNetworkRetries: 2, telemetry: false };
  if (!env.STRIPE_API_URL) return new Stripe(env.STRIPE_SECRET_KEY, options);
  const { protocol, hostname, port } = new URL(env.STRIPE_API_URL);
  const isHttp = protocol === 'http:';
  return new Stripe(env.STRIPE_SECRET_KEY, {
    ...options,
    host: hostname,
    port: port === '' ? (isHttp ? 80 : 443) : Number(port),
    protocol: isHttp ? 'http' : 'https',
  });
}

function createSms({ SMS_API_URL, SMS_API_KEY, SMS_FROM }: Env): SmsSender | null {
  if (!SMS_API_URL || !SMS_API_KEY || !SMS_FROM) return null;
  return createSmsSender({ apiUrl: SMS_API_URL, apiKey: SMS_API_KEY, from: SMS_FROM });
}
