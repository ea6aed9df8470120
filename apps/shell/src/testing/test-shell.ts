import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RegistryEntry, Release } from '@plaza/contracts/registry';
import { type RunningServer, startServer } from '../server/start-server.ts';
import { buildRenderWorker } from './build-render-worker.ts';
import { registryOf, writeRegistry } from './fake-release.ts';

export const INTERNAL_TOKEN = 'a token for tests only';

export interface TestShell {
  url: string;
  remotesDir: string;
  registryFile: string;
  /** What it has begun with. */
  released: TestReleases;
  release(releases: TestReleases): void;
  get(path: string, init?: RequestInit): Promise<{ status: number; html: string; headers: Headers }>;
  close(): Promise<void>;
}

const knowsNothing: RequestListener = (_request, response) => response.writeHead(404).end();

/** By remote: a release for everybody, or what the registry says of the remote. */
export type TestReleases = Record<string, Release | Partial<RegistryEntry>>;

/** A shell with remotes of the test's own making, before a BFF that answers as `bff` does. */
export async function startTestShell(input: {
  bff: RequestListener;
  /** What the BFF answers to the shell itself; nothing, so that the registry's file is in force. */
  internal?: RequestListener;
  releases: (remotesDir: string) => TestReleases;
}): Promise<TestShell> {
  const folder = mkdtempSync(join(tmpdir(), 'plaza-shell-'));
  const remotesDir = join(folder, 'remotes');
  const registryFile = join(folder, 'registry.json');
  const clientDir = join(folder, 'client');
  mkdirSync(join(clientDir, '.vite'), { recursive: true });
  mkdirSync(join(clientDir, 'assets'), { recursive: true });
  writeFileSync(join(clientDir, 'assets/entry.js'), 'export {};');
  writeFileSync(
    join(clientDir, '.vite/manifest.json'),
    JSON.stringify({ 'src/entry-client.tsx': { file: 'assets/entry.js' } }),
  );
  const release = (releases: TestReleases) => writeRegistry(registryFile, registryOf(releases));
  const released = input.releases(remotesDir);
  release(released);

  const bff = await listen(
    createServer((request, response) => {
      const answer = request.url?.startsWith('/internal/') ? (input.internal ?? knowsNothing) : input.bff;
      answer(request, response);
    }),
  );
  const bffUrl = `http://127.0.0.1:${(bff.address() as AddressInfo).port}`;
  const shell: RunningServer = await startServer(
    {
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: 0,
      PUBLIC_URL: 'https://plaza.test',
      BFF_URL: bffUrl,
      REGISTRY_FILE: registryFile,
      REMOTES_DIR: remotesDir,
      INTERNAL_TOKEN,
      TRUSTED_PROXIES: 1,
      PROXY_ROUTES: [
        { name: '/api', address: bffUrl },
        { name: '/ingest', address: 'http://127.0.0.1:1' },
      ],
      HEALTH_URLS: [{ name: 'bff', address: `${bffUrl}/healthz` }],
      LOG_LEVEL: 'silent',
    },
    {
      clientDir,
      renderWorker: await buildRenderWorker(),
    },
  );
  const url = `http://127.0.0.1:${shell.port}`;
  return {
    url,
    remotesDir,
    registryFile,
    released,
    release,
    async get(path, init) {
      const response = await fetch(url + path, { redirect: 'manual', ...init });
      return { status: response.status, html: await response.text(), headers: response.headers };
    },
    async close() {
      await shell.close();
      bff.closeAllConnections();
      await new Promise((resolve) => bff.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function listen(server: Server): Promise<Server> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
