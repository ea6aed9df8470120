import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import type { LocalBuild } from '@plaza/contracts/local-build';
import { BUILT, LOCAL_BUILD_EVENTS, NOT_BUILT } from '@plaza/contracts/local-build-events';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { type SSEMessage, streamSSE } from 'hono/streaming';
import { describeRelease, readContents } from '../release/describe-release.ts';

/** A page that is being drawn with an older build still finds its files. */
const KEPT_BUILDS = 5;
/** How soon a page looks for this server again when it was away. */
const RECONNECT_MS = 1_000;

export interface BuildServer {
  port: number;
  /** Shows what a folder holds to every page that looks, from a copy. */
  show(dist: string): void;
  /** Tells every page that there is no newer build, because it failed. */
  fail(): void;
  close(): Promise<void>;
}

/**
 * Serves builds of one frontend to the pages of one market, from this machine to this machine.
 * @param shop origin of the market: pages of no other may read anything
 * @param port 0 for any that is free
 */
export async function startBuildServer({ shop, port }: { shop: string; port: number }): Promise<BuildServer> {
  const folder = mkdtempSync(join(tmpdir(), 'plaza-serve-'));
  const builds: LocalBuild[] = [];
  let hasFailed = false;
  const listeners = new Set<(message: SSEMessage) => void>();
  const tell = (message: SSEMessage) => {
    for (const listener of listeners) listener(message);
  };

  const app = new Hono();
  app.use((c, next) => {
    // A foreign name that leads here would make this server that name's own.
    if (new URL(c.req.url).hostname !== 'localhost') return Promise.resolve(c.text('Only as localhost', 421));
    c.header('cache-control', 'no-store');
    return next();
  });
  app.use(cors({ origin: shop }));
  app.get(LOCAL_BUILD_EVENTS, (c) =>
    streamSSE(c, async (stream) => {
      const listener = (message: SSEMessage) => void stream.writeSSE({ ...message, retry: RECONNECT_MS });
      listeners.add(listener);
      const latest = builds.at(-1);
      if (latest) listener(builtMessage(latest));
      if (hasFailed) listener(notBuilt);
      await new Promise<void>((left) => stream.onAbort(left));
      listeners.delete(listener);
    }),
  );
  app.get('*', serveStatic({ root: folder }));

  const server = serve({ fetch: app.fetch, port, hostname: 'localhost' });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  return {
    port: portOf(server.address()),
    show(dist) {
      const build = keepCopy(dist, folder);
      builds.push(build);
      hasFailed = false;
      for (const { id } of builds.splice(0, builds.length - KEPT_BUILDS))
        rmSync(join(folder, id), { recursive: true, force: true });
      tell(builtMessage(build));
    },
    fail() {
      hasFailed = true;
      tell(notBuilt);
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return address.port;
}

const notBuilt: SSEMessage = { event: NOT_BUILT, data: '' };

const builtMessage = (build: LocalBuild): SSEMessage => ({ event: BUILT, data: JSON.stringify(build) });

/** Copies a build, so that the next one does not change it while a page loads it. */
function keepCopy(dist: string, folder: string): LocalBuild {
  const id = randomUUID();
  mkdirSync(join(folder, id));
  cpSync(dist, join(folder, id), { recursive: true });
  const contents = readContents(dist);
  const { entry, stylesheets, pages } = describeRelease(dist, contents, '/');
  return { frontend: contents.declaration.name, id, entry, stylesheets, pages };
}
