import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { guardChild } from '../processes/guard.ts';
import { endGroup, waitUntil } from '../processes/process-identity.ts';
import type { RunningProcess } from './service.ts';

const STOP_PATIENCE_MS = 10_000;

export interface ServerCommand {
  name: string;
  command: string;
  args: string[];
  cwd: string;
  env: Record<string, string | undefined>;
  logFile: string;
  /** Answered, with whatever status, once the process listens. */
  readyUrl: string;
  startTimeoutMs: number;
}

/**
 * Starts a server process with its output in a log file and waits until it answers. It ends with us.
 * @throws with the tail of its log when it does not come up
 */
export async function spawnServer(server: ServerCommand): Promise<RunningProcess> {
  mkdirSync(dirname(server.logFile), { recursive: true });
  const log = openSync(server.logFile, 'a');
  const child = spawn(server.command, server.args, {
    cwd: server.cwd,
    env: { ...process.env, ...server.env },
    stdio: ['ignore', log, log],
    // Its own group: Ctrl-C in the terminal is for the supervisor, which stops the parts in their order.
    detached: true,
  });
  closeSync(log);
  const exited = new Promise<void>((done) => {
    child.once('exit', () => done());
    child.once('error', () => done());
  });
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  const release = child.pid === undefined ? () => {} : guardChild(child.pid, 'TERM');
  void exited.then(() => {
    release();
    if (child.pid !== undefined) endGroup(child.pid);
  });

  const isUp = await waitUntil(
    async () => hasEnded() || (await answers(server.readyUrl)),
    server.startTimeoutMs,
  );
  if (!isUp || hasEnded() || child.pid === undefined) {
    child.kill('SIGKILL');
    throw new Error(`${server.name} did not start (${server.logFile}):\n${tailOf(server.logFile)}`);
  }
  const stop = async () => {
    if (hasEnded()) return;
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
    await exited;
    clearTimeout(timer);
  };
  return { pid: child.pid, exited, stop };
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

function tailOf(file: string, lines = 15): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n') : '';
}
