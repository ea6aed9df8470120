import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { answerHeaders, isSecureOrigin } from '@plaza/edge/answer-headers';
import { MAX_CONNECTIONS, serverLimits } from '@plaza/edge/server-limits';
import { traceRequests } from '@plaza/tracing/requests';
import { createApp } from './app.ts';
import { startJobs } from './jobs.ts';
import { serveSockets } from './live.ws.ts';
import type { Services } from './platform/services.ts';

const DRAIN_TIMEOUT_MS = 8_000;

export interface RunningServer {
  /** The port that was given or, for port 0, found. */
  port: number;
  /** Takes no more, lets what is running end, then closes everything. */
  close(): Promise<void>;
}

/** Serves HTTP and web sockets and runs the jobs. */
export async function serve(services: Services): Promise<RunningServer> {
  const listener = getRequestListener(createApp(services).fetch);
  const answer = traceRequests((request, response) => void listener(request, response));
  // Of every answer; what an answer says itself takes their place.
  const headers = Object.entries(answerHeaders('data', isSecureOrigin(services.env.PUBLIC_URL)));
  const server = createServer(serverLimits, (request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    answer(request, response);
  });
  server.maxConnections = MAX_CONNECTIONS;
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
