import { createServer, type Server } from 'node:http';
import { Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createAgent } from '@plaza/api-client/server';
import pino from 'pino';
import type { Env } from '../env.ts';
import { RemoteStore } from '../remotes/remote-store.ts';
import { createApp } from './create-app.ts';
import { PageAssets } from './page-assets.ts';
import { createProxy } from './proxy.ts';
import { renderPage } from './render-page.tsx';
import { documentHeaders } from './security-headers.ts';
import { readShellAssets } from './shell-assets.ts';

const CLOSE_TIMEOUT_MS = 5_000;

export interface RunningServer {
  port: number;
  /** Takes no more requests, lets the running ones finish for some seconds, and resolves. */
  close(): Promise<void>;
}

/**
 * Starts the production server. Resolves when it listens, with the remotes loaded that could be.
 * @param build.clientDir the browser's part of the shell's build
 */
export async function startServer(env: Env, { clientDir }: { clientDir: string }): Promise<RunningServer> {
  const log = pino({ name: 'shell', level: env.LOG_LEVEL });
  const shellAssets = readShellAssets(clientDir);
  const store = new RemoteStore({ registryFile: env.REGISTRY_FILE, remotesDir: env.REMOTES_DIR, log });
  const agent = createAgent();
  const proxy = createProxy(
    env.PROXY_ROUTES.map(({ name, address }) => ({ prefix: name, target: address })),
    log,
  );

  // Derived again only when another release goes live.
  const derive = () => {
    const assets = new PageAssets(store, shellAssets);
    return { generation: store.generation, assets, headers: documentHeaders(assets.importMap) };
  };
  let derived = derive();
  const current = () => {
    if (derived.generation !== store.generation) derived = derive();
    return derived;
  };

  let isReady = false;
  const app = createApp({
    clientDir,
    remotesDir: env.REMOTES_DIR,
    healthTargets: env.HEALTH_URLS,
    isReady: () => isReady,
    describeRemotes: () => store.describe(),
    documentHeaders: () => current().headers,
    log,
    render: (input) =>
      renderPage(
        {
          remotes: store,
          assets: current().assets,
          bffUrl: env.BFF_URL,
          publicUrl: env.PUBLIC_URL,
          agent,
          log,
        },
        input,
      ),
  });
  const listener = getRequestListener(app.fetch);
  const server = createServer((request, response) => {
    if (!proxy.handle(request, response)) void listener(request, response);
  });
  server.on('upgrade', (request, socket, head) => {
    if (!(socket instanceof Socket) || !proxy.upgrade(request, socket, head)) socket.destroy();
  });

  await store.start();
  isReady = true;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(env.PORT, env.HOST, resolve);
  });
  log.info({ host: env.HOST, port: env.PORT, publicUrl: env.PUBLIC_URL }, 'the shell listens');

  return {
    port: portOf(server),
    async close() {
      store.stop();
      proxy.close();
      agent.destroy();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const impatience = setTimeout(() => server.closeAllConnections(), CLOSE_TIMEOUT_MS);
      await closed;
      clearTimeout(impatience);
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('the server does not listen on a port');
  return address.port;
}
