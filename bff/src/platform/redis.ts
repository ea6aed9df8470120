import type { Logger } from 'pino';
import { createClient } from 'redis';

const openClient = (url: string) =>
  createClient({
    url,
    disableOfflineQueue: true,
    pingInterval: 30_000,
    socket: { connectTimeout: 2_000, reconnectStrategy: (retries) => Math.min(100 * 2 ** retries, 2_000) },
  });
export type RedisClient = ReturnType<typeof openClient>;

/**
 * A client that never makes a request wait: without a connection its commands fail at once, and it goes on trying to
 * connect in the background. Whoever uses it must have something to do without it.
 */
export function connectRedis(url: string, log: Logger): RedisClient {
  const client = openClient(url);
  watchConnection(client, log);
  client.connect().catch((error: unknown) => log.warn({ err: error }, 'Redis is not there yet'));
  return client;
}

/** Logs when the connection comes and goes, once each: every failed attempt to reconnect is an error event too. */
export function watchConnection(client: RedisClient, log: Logger): void {
  let isUp: boolean | undefined;
  client.on('ready', () => {
    if (isUp === false) log.info('Redis is back');
    isUp = true;
  });
  client.on('error', (error: unknown) => {
    if (isUp !== false) log.warn({ err: error }, 'Redis is away; going on without it');
    isUp = false;
  });
}
