import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PORT = 3900;
const READY_TIMEOUT_MS = 300_000;
const POLL_MS = 500;

export interface RunningMarket {
  /** The supervisor's file with the addresses of every part. */
  runFile: string;
  stop(): Promise<void>;
}

/** Starts a market with data of its own, so that a measurement neither meets nor leaves anything. */
export async function startMarket(): Promise<RunningMarket> {
  const dataDir = await mkdtemp(path.join(ROOT, '.data-bench-'));
  const runFile = path.join(dataDir, 'run.json');
  const supervisor = spawn(process.execPath, [path.join(ROOT, 'local/start.mjs')], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: String(PORT),
      PLAZA_DATA_DIR: dataDir,
      // All load comes from one address.
      CHANGES_PER_MINUTE: '100000000',
    },
    stdio: ['ignore', 2, 2],
  });
  const exited = new Promise<void>((resolve) => supervisor.once('exit', () => resolve()));
  const stop = async () => {
    supervisor.kill('SIGTERM');
    await exited;
    await rm(dataDir, { recursive: true, force: true });
  };
  const endsAt = Date.now() + READY_TIMEOUT_MS;
  while (Date.now() < endsAt && supervisor.exitCode === null) {
    const healthy = await fetch(`http://127.0.0.1:${PORT}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    );
    // The supervisor writes it a moment after the last part is up.
    if (healthy && existsSync(runFile)) return { runFile, stop };
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  await stop();
  throw new Error('The market did not start; see the lines above.');
}
