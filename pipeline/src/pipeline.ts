import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { answerHeaders } from '@plaza/edge/answer-headers';
import { createCountries } from '@plaza/edge/countries';
import { reconnectDelay } from '@plaza/edge/reconnect-delay';
import { MAX_CONNECTIONS, serverLimits } from '@plaza/edge/server-limits';
import { traceRequests } from '@plaza/tracing/requests';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import postgres from 'postgres';
import { captureRoutes } from './capture/capture.routes.ts';
import { GroupCommit } from './capture/group-commit.ts';
import { takeOverGroups } from './capture/group-journal.ts';
import { RedisSink } from './capture/redis-sink.ts';
import { sdkConfigRoutes } from './capture/sdk-config.routes.ts';
import { StreamCarrier } from './capture/stream-carrier.ts';
import { migrateSchema } from './clickhouse/migrate-schema.ts';
import { createStore, type Store } from './clickhouse/store.ts';
import { dashboardsRoutes } from './dashboards/dashboards.routes.ts';
import { platformRoutes } from './dashboards/platform.routes.ts';
import { deadLettersRoutes } from './dead-letters/dead-letters.routes.ts';
import type { Env } from './env.ts';
import { OutboxReader } from './outbox/outbox-reader.ts';
import { peopleRoutes } from './people/people.routes.ts';
import { type HealthSources, readHealth } from './read-health.ts';
import { viewsRoutes } from './views/views.routes.ts';

const MIGRATE_RETRY_MS = 500;

export interface Pipeline {
  port: number;
  /** Takes nothing more, stores what it has, then ends. */
  close(): Promise<void>;
}

/** Starts capture, the outbox reader and the dashboards. Resolves when it listens; stores may come up later. */
export async function startPipeline(env: Env, log: Logger): Promise<Pipeline> {
  const store = createStore(env.CLICKHOUSE_URL, env.CLICKHOUSE_DATABASE, env.CLICKHOUSE_CLUSTER);
  const sql = postgres(env.DATABASE_URL, {
    max: 4,
    connect_timeout: 5,
    backoff: reconnectDelay,
    onnotice: () => {},
  });
  let isClosed = false;
  let isPrepared = false;
  const processId = randomUUID();
  const prepare = async () => {
    const applied = await migrateSchema(store);
    if (applied.length > 0) log.info({ applied }, 'migrated ClickHouse');
    if (env.REDIS_URL === undefined) await takeOverGroups(store, processId);
    isPrepared = true;
  };
  const ready = prepareStore(prepare, log, () => isClosed);
  const stream = env.REDIS_URL === undefined ? null : openStream(env.REDIS_URL, env, store, log);
  const sink = stream?.sink ?? new GroupCommit({ store, log, ready, processId });
  const outbox = new OutboxReader({ sql, store, log });
  const sources: HealthSources = {
    store,
    sql,
    outbox,
    redisIsUp: stream === null ? null : () => stream.sink.isUp(),
    isPrepared: () => isPrepared,
    waitingCount: () => sink.waitingCount(),
  };

  const app = new Hono();
  app.get('/healthz', async (c) => {
    const health = await readHealth(sources);
    return c.json(health, health.status === 'ok' ? 200 : 503);
  });
  app.route('/ingest', captureRoutes({ ...captureSettings(env), sink, now: Date.now }));
  app.route('/ingest', sdkConfigRoutes());
  const now = () => new Date();
  app.route('/internal', dashboardsRoutes({ store, internalToken: env.INTERNAL_TOKEN, now }));
  app.route('/internal', platformRoutes({ store, sql, internalToken: env.INTERNAL_TOKEN, now }));
  app.route('/internal', peopleRoutes({ store, internalToken: env.INTERNAL_TOKEN, ready }));
  const replay = { store, sink, now: Date.now, internalToken: env.INTERNAL_TOKEN };
  app.route('/internal', deadLettersRoutes(replay));
  const isQuiet = async () => !(await outbox.hasPending()) && !(await stream?.carrier.hasPending());
  app.route('/internal', viewsRoutes({ store, internalToken: env.INTERNAL_TOKEN, isQuiet }));
  app.onError((error, c) => {
    log.error({ error: String(error), path: c.req.path }, 'request failed');
    return c.json({ message: 'Something went wrong here. Try again.' }, 500);
  });

  const { server, port } = await listen(app, env);
  const prepared = ready.then(() => {
    if (isClosed) return;
    stream?.carrier.start();
    outbox.start();
  });
  return {
    port,
    async close() {
      isClosed = true;
      await prepared;
      const served = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      await Promise.all([sink.close(), stream?.carrier.close(), outbox.close()]);
      server.closeAllConnections();
      await served;
      await Promise.all([store.close(), sql.end({ timeout: 1 })]);
    },
  };
}

const captureSettings = (env: Env) => ({
  captureKey: env.CAPTURE_KEY,
  eventsPerMinute: env.CAPTURE_EVENTS_PER_MINUTE,
  eventsPerMinuteOfAddress: env.CAPTURE_EVENTS_PER_MINUTE_OF_ADDRESS,
  trustedProxies: env.TRUSTED_PROXIES,
  countries: createCountries(),
});

/** With Redis: requests end at its stream, and what is in it is carried on from there. */
function openStream(url: string, env: Env, store: Store, log: Logger) {
  return {
    sink: new RedisSink({ url, log }),
    carrier: new StreamCarrier({ url, consumer: env.CONSUMER_NAME, store, log }),
  };
}

/**
 * Brings ClickHouse's tables up to date and finishes what was begun, waiting for ClickHouse if need be. Captured events
 * wait meanwhile.
 */
async function prepareStore(
  prepare: () => Promise<void>,
  log: Logger,
  isClosed: () => boolean,
): Promise<void> {
  for (let attempt = 0; !isClosed(); attempt += 1) {
    try {
      return await prepare();
    } catch (error) {
      if (attempt % 20 === 0) log.warn({ error: String(error) }, 'ClickHouse is not ready yet');
      await new Promise((resolve) => setTimeout(resolve, MIGRATE_RETRY_MS));
    }
  }
}

function listen(app: Hono, env: Env): Promise<{ server: Server; port: number }> {
  const listener = getRequestListener(app.fetch);
  const answer = traceRequests((request, response) => void listener(request, response));
  // Whether visitors come by https is known to the shell, which adds what follows from it.
  const headers = Object.entries(answerHeaders('capture', false));
  const server = createServer(serverLimits, (request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    answer(request, response);
  });
  server.maxConnections = MAX_CONNECTIONS;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(env.PORT, env.HOST, () => {
      const address = server.address();
      resolve({ server, port: typeof address === 'object' && address !== null ? address.port : env.PORT });
    });
  });
}
