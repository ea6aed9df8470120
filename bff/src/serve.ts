import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.ts';
import { startJobs } from './jobs.ts';
import { serveSockets } from './live.ws.ts';
import type { Services } from './platform/services.ts';

const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 60_000;
/** Longer than a proxy keeps idle connections, so that it never sends into one that is being closed. */
const KEEP_ALIVE_TIMEOUT_MS = 75_000;
const DRAIN_TIMEOUT_MS = 8_000;

export interface RunningServer {
  /** The port that was given or, for port 0, found. */
  port: number;
  /** Takes no more, lets what is running end, then closes everything. */
  close(): Promise<void>;
}

/** Serves HTTP and web sockets and runs the jobs. */
export async function serve(services: Services): Promise<RunningServer> {
  const server = createServer(
    { headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS },
    getRequestListener(createApp(services).fetch),
  );
  server.keepAliveTimeout = KEEP_ALIVE_TIMEOUT_MS;
  const closeSockets = serveSockets(server, services);
  const port = await listen(server, services.env);
  const jobs = startJobs(services);
  return {
    port,
    close: async () => {
      closeSockets();
      await Promise.all([drain(server), ...jobs.map((job) => job.stop())]);
      await services.close();
    },
  };
}

function listen(server: Server, env: { HOST: string; PORT: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(env.PORT, env.HOST, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : env.PORT);
    });
  });
}

function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), DRAIN_TIMEOUT_MS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
