import { createServer, type Server } from 'node:http';
import { Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { answerHeaders, isSecureOrigin } from '@plaza/edge/answer-headers';
import { createCountries } from '@plaza/edge/countries';
import { MAX_CONNECTIONS, serverLimits } from '@plaza/edge/server-limits';
import { traceHeaders, traceRequests } from '@plaza/tracing/requests';
import pino from 'pino';
import type { Env } from '../env.ts';
import { createAskOverride } from '../releases/overrides.ts';
import { RegistrySource } from '../releases/registry-source.ts';
import { ReleaseStore } from '../remotes/release-store.ts';
import { RenderThreads } from '../workers/render-threads.ts';
import { Combinations } from './combinations.ts';
import { createApp } from './create-app.ts';
import { followRegistry } from './follow-registry.ts';
import { createProxy } from './proxy.ts';
import { readShellAssets } from './shell-assets.ts';
import { Visits } from './visits.ts';

const CLOSE_TIMEOUT_MS = 5_000;

export interface RunningServer {
  port: number;
  /** Takes no more requests, lets the running ones finish for some seconds, and resolves. */
  close(): Promise<void>;
}

export interface Build {
  /** The browser's part of the shell's build. */
  clientDir: string;
  /** The code of the threads that render. */
  renderWorker: URL;
}

/** Starts the production server. Resolves when it listens, with the remotes loaded that could be. */
export async function startServer(env: Env, { clientDir, renderWorker }: Build): Promise<RunningServer> {
  const log = pino({ name: 'shell', level: env.LOG_LEVEL });
  const shellAssets = readShellAssets(clientDir);
  const internal = { bffUrl: env.BFF_URL, internalToken: env.INTERNAL_TOKEN, log };
  const source = new RegistrySource({ ...internal, registryFile: env.REGISTRY_FILE });
  const threads = new RenderThreads({
    entry: renderWorker,
    shell: shellAssets,
    publicUrl: env.PUBLIC_URL,
    bffUrl: env.BFF_URL,
    logLevel: env.LOG_LEVEL,
    log,
  });
  const { load, forget } = threads;
  const store = new ReleaseStore({ remotesDir: env.REMOTES_DIR, load, forget, log });
  const proxy = createProxy(
    env.PROXY_ROUTES.map(({ name, address }) => ({ prefix: name, target: address })),
    log,
  );

  const isSecure = isSecureOrigin(env.PUBLIC_URL);
  const visits = new Visits({
    registry: () => source.current,
    store,
    combinations: new Combinations({ store, shell: shellAssets, publicUrl: env.PUBLIC_URL, log }),
    countries: createCountries(),
    askOverride: createAskOverride(internal),
    secret: env.INTERNAL_TOKEN,
    isSecure,
    random: Math.random,
    now: Date.now,
  });

  let isReady = false;
  const app = createApp({
    clientDir,
    publicUrl: env.PUBLIC_URL,
    remotesDir: env.REMOTES_DIR,
    healthTargets: env.HEALTH_URLS,
    isReady: () => isReady,
    describeRemotes: () => ({ remotes: store.describe(source.current), withheld: threads.withheld() }),
    trustedProxies: env.TRUSTED_PROXIES,
    visits,
    log,
    render: ({ combination, trials, overrides }, { acceptEncoding, ...input }) =>
      threads.render(combination, {
        input: { ...input, trials, overrides, traceHeaders: traceHeaders() },
        acceptEncoding,
      }),
  });
  const listener = getRequestListener(app.fetch);
  // Of every answer, those of other processes included; what an answer says itself takes their place.
  const headers = Object.entries(answerHeaders('data', isSecure));
  const answer = traceRequests((request, response) => {
    if (!proxy.handle(request, response)) void listener(request, response);
  });
  const server = createServer(serverLimits, (request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    answer(request, response);
  });
  server.maxConnections = MAX_CONNECTIONS;
  // Web sockets leave the server's own account of connections.
  const sockets = new Set<Socket>();
  server.on('upgrade', (request, socket, head) => {
    if (!(socket instanceof Socket) || !proxy.upgrade(request, socket, head)) {
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  const stopFollowing = await followRegistry(source, store);
  isReady = true;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(env.PORT, env.HOST, resolve);
  });
  log.info({ host: env.HOST, port: env.PORT, publicUrl: env.PUBLIC_URL }, 'the shell listens');

  return {
    port: portOf(server),
    async close() {
      stopFollowing();
      proxy.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      for (const socket of sockets) socket.destroy();
      const impatience = setTimeout(() => server.closeAllConnections(), CLOSE_TIMEOUT_MS);
      await closed;
      clearTimeout(impatience);
      await threads.close();
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('the server does not listen on a port');
  return address.port;
}
