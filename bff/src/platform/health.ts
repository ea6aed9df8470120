import type { Services } from './services.ts';

const TIMEOUT_MS = 2_000;

export interface Health {
  status: 'ok' | 'unavailable';
  parts: Record<string, string>;
}

/** Whether this process can serve: it needs PostgreSQL; without Redis it goes on in memory. */
export async function readHealth(services: Services): Promise<Health> {
  const database = await Promise.race([
    services.database.client`select 1`.then(
      () => 'ok',
      () => 'unreachable',
    ),
    new Promise<string>((resolve) => setTimeout(resolve, TIMEOUT_MS, 'unreachable').unref()),
  ]);
  const redis = services.redis ? (services.redis.isReady ? 'ok' : 'away, working in memory') : 'not used';
  return { status: database === 'ok' ? 'ok' : 'unavailable', parts: { database, redis } };
}
