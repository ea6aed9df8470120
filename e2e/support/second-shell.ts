import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { market } from './market.ts';

const SHELL_DIR = fileURLToPath(new URL('../../apps/shell', import.meta.url));
const START_TIMEOUT_MS = 20_000;

/** Another server of the same market, as one more replica would be, whose disk lacks a remote. */
export interface SecondShell {
  url: string;
  /** Puts the missing files where they belong. */
  restore(): void;
  stop(): Promise<void>;
}

export async function startShellWithout(remote: string): Promise<SecondShell> {
  const remotesDir = mkdtempSync(join(tmpdir(), 'plaza-remotes-'));
  const link = (name: string) => symlinkSync(resolve(market.remotesDir, name), join(remotesDir, name));
  for (const name of readdirSync(market.remotesDir)) if (name !== remote) link(name);
  mkdirSync(join(remotesDir, remote));

  const port = await freePort();
  const url = `http://localhost:${port}`;
  const shell = spawn(process.execPath, ['dist/main.js'], {
    cwd: SHELL_DIR,
    stdio: 'ignore',
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      PUBLIC_URL: market.publicUrl,
      BFF_URL: market.bffUrl,
      REGISTRY_FILE: market.registryFile,
      REMOTES_DIR: remotesDir,
      PROXY_ROUTES: `/api=${market.bffUrl},/media=${market.bffUrl},/ingest=${market.pipelineUrl}`,
      HEALTH_URLS: `bff=${market.bffUrl}/healthz`,
      INTERNAL_TOKEN: market.internalToken,
    },
  });
  await expect
    .poll(() => answers(`${url}/healthz`), { timeout: START_TIMEOUT_MS, intervals: [100] })
    .toBe(true);
  return {
    url,
    restore() {
      rmSync(join(remotesDir, remote), { recursive: true });
      link(remote);
    },
    async stop() {
      await end(shell);
      rmSync(remotesDir, { recursive: true, force: true });
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await exited;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
