import type { Logger } from 'pino';
import type Stripe from 'stripe';
import type { Clock } from './clock.ts';
import type { Database } from './db.ts';
import type { Env } from './env.ts';
import type { PubSub } from './pubsub.ts';
import type { ResponseCache } from './response-cache.ts';
import type { PictureStorage } from './storage.ts';

/** What lives as long as the process; handed to every use case. */
export interface Services {
  env: Env;
  database: Database;
  pubsub: PubSub;
  responseCache: ResponseCache;
  storage: PictureStorage;
  stripe: Stripe;
  clock: Clock;
  log: Logger;
}
