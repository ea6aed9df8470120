import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, endProcess, identify } from '../processes/process-identity.ts';

/** What PostgreSQL writes about itself into `postmaster.pid`. */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

/** @returns the running (or crashed) server of a cluster as its pid file describes it. */
export function readPostmaster(dataDirectory: string): Postmaster | undefined {
  let text: string;
  try {
    text = readFileSync(join(dataDirectory, 'postmaster.pid'), 'utf8');
  } catch {
    return undefined;
  }
  return parsePostmaster(text);
}

/** Lines: pid, data directory, start time, port, socket directory, listen address, shared memory key, status. */
function parsePostmaster(text: string): Postmaster | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  const port = Number(lines[3]);
  return { pid, port: Number.isInteger(port) ? port : 0, ready: lines[7] === 'ready' };
}

/**
 * Clears the way for a start: a server that outlived its launcher is shut down in order, and a pid file that points
 * at nobody, or at a stranger that was given the number since, is removed.
 * @returns what was found, for the log
 */
export async function stopOrphan(dataDirectory: string): Promise<'none' | 'stopped' | 'stale'> {
  const pidFile = join(dataDirectory, 'postmaster.pid');
  if (!existsSync(pidFile)) return 'none';
  const postmaster = readPostmaster(dataDirectory);
  const identity = postmaster && identify(postmaster.pid);
  const command = identity ? commandLine(identity.pid) : '';
  const ours = /\bpostgres\b/.test(command) && command.includes(dataDirectory);
  if (identity && ours) {
    await endProcess(identity, 'SIGINT', 15_000);
    return 'stopped';
  }
  rmSync(pidFile, { force: true });
  return 'stale';
}
