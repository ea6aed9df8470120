import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { guardChild } from '../processes/guard.ts';
import { waitUntil } from '../processes/process-identity.ts';

const START_TIMEOUT_MS = 60_000;

export interface ClickHouseOptions {
  /** Folder that holds the engine's data and its log; one process at a time may use it. */
  dataDir: string;
  /** Port on 127.0.0.1. */
  port: number;
}

export interface RunningClickHouse {
  url: string;
  pid: number;
  /** Waits for running statements, then ends the process. */
  stop(): Promise<void>;
  /** Settles when the process has ended, for whatever reason. */
  exited: Promise<void>;
}

/** The command that runs the engine's process, for those who supervise it themselves. */
export function clickhouseCommand(): { command: string; args: string[]; env: Record<string, string> } {
  // Each session occupies a thread of Node's pool while its statement runs; the default of four is too few.
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  return { command: process.execPath, args: ['--import', tsx, main], env: { UV_THREADPOOL_SIZE: '16' } };
}

/**
 * Starts the embedded ClickHouse engine in a process of its own, behind ClickHouse's HTTP protocol, and waits for it.
 * It ends with us, even when we are killed.
 * @throws with the tail of its log when it does not come up
 */
export async function startClickHouse(options: ClickHouseOptions): Promise<RunningClickHouse> {
  mkdirSync(options.dataDir, { recursive: true });
  const logFile = join(options.dataDir, 'clickhouse.log');
  const log = openSync(logFile, 'a');
  const { command, args, env } = clickhouseCommand();
  const child = spawn(command, args, {
    stdio: ['ignore', log, log],
    detached: true,
    env: { ...process.env, ...env, PORT: String(options.port), DATA_DIR: join(options.dataDir, 'engine') },
  });
  closeSync(log);
  const exited = new Promise<void>((done) => {
    child.once('exit', () => done());
    child.once('error', () => done());
  });
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  const release = child.pid === undefined ? () => {} : guardChild(child.pid, 'TERM');
  exited.then(release);

  const url = `http://127.0.0.1:${options.port}`;
  const isUp = await waitUntil(async () => hasEnded() || (await answersPing(url)), START_TIMEOUT_MS);
  if (!isUp || hasEnded() || child.pid === undefined) {
    child.kill('SIGKILL');
    const tail = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
    throw new Error(`The ClickHouse engine did not start on port ${options.port}.\n${tail}`);
  }
  const stop = async () => {
    if (hasEnded()) return;
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await exited;
    clearTimeout(timer);
  };
  return { url, pid: child.pid, stop, exited };
}

async function answersPing(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/ping`, { signal: AbortSignal.timeout(1_000) })).ok;
  } catch {
    return false;
  }
}
