import { tmpdir } from 'node:os';
import { findFreePort } from '@plaza/local/processes';
import { startRedis } from '@plaza/local/redis';

export interface TestRedis {
  url: string;
  /** Ends the server, as abruptly as a crash would. */
  drop(): Promise<void>;
}

/**
 * Starts a Redis server of its own (a few milliseconds), so that keys, channels and a kill disturb no other test.
 * @throws a line that says what to install when there is no redis-server
 */
export async function createTestRedis(): Promise<TestRedis> {
  const server = await startRedis({ dataDir: tmpdir(), port: await findFreePort() });
  return { url: server.url, drop: () => server.stop('SIGKILL') };
}
