import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Market } from '../market.ts';
import { buildOneBundle } from './build-one-bundle.ts';

/** Below the shell, where its server finds its packages. */
const CACHE = join(import.meta.dirname, '../../../apps/shell/node_modules/.cache');
const READY_TIMEOUT_MS = 20_000;
const POLL_MS = 100;

export interface RunningShop {
  url: string;
  stop(): Promise<void>;
}

/** Builds the shop of one bundle and starts its server beside a market, with the market's BFF behind it. */
export async function startOneBundle(market: Market): Promise<RunningShop> {
  mkdirSync(CACHE, { recursive: true });
  const outDir = mkdtempSync(join(CACHE, 'one-bundle-'));
  await buildOneBundle(outDir);
  const port = await findPort();
  const url = `http://localhost:${port}`;
  const server = spawn(process.execPath, [join(outDir, 'main.js')], {
    env: {
      NODE_ENV: 'production',
      PORT: String(port),
      PUBLIC_URL: url,
      BFF_URL: market.bffUrl,
      INTERNAL_TOKEN: market.internalToken,
      REMOTES_DIR: outDir,
      REGISTRY_FILE: join(outDir, 'registry.json'),
      PROXY_ROUTES: `/api=${market.bffUrl},/media=${market.bffUrl},/ingest=${market.pipelineUrl}`,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 2, 2],
  });
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stop = async () => {
    server.kill('SIGTERM');
    await exited;
    rmSync(outDir, { recursive: true, force: true });
  };
  const endsAt = Date.now() + READY_TIMEOUT_MS;
  while (Date.now() < endsAt && server.exitCode === null) {
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.ok) return { url, stop };
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  await stop();
  throw new Error('The shop of one bundle did not start; see the lines above.');
}

function findPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port is free')),
      );
    });
  });
}
