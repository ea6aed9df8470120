import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What tells a process from a later one that was given the same number. */
export interface ProcessIdentity {
  pid: number;
  /** Start time as the system reports it; compared, never interpreted. */
  startedAt: string;
}

/** @returns whether a process with this number runs (a zombie does not count). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return readStat(pid)?.state !== 'Z';
}

/** @returns the identity of a running process, or undefined when there is none. */
export function identify(pid: number): ProcessIdentity | undefined {
  if (!isAlive(pid)) return undefined;
  const startedAt = process.platform === 'linux' ? readStat(pid)?.startedAt : ps(pid, 'lstart=');
  return startedAt ? { pid, startedAt } : undefined;
}

/** @returns whether the very process that was identified earlier still runs. */
export function isSame(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.startedAt === identity.startedAt;
}

/** @returns the command line of a running process, or '' when it cannot be read. */
export function commandLine(pid: number): string {
  if (process.platform !== 'linux') return ps(pid, 'command=') ?? '';
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

/** State and start time (clock ticks since boot, with the boot's own id so that a reboot makes a difference). */
function readStat(pid: number): { state: string; startedAt: string } | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold anything, so count from the last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return { state: fields[0] ?? '', startedAt: `${boot}:${fields[19] ?? ''}` };
  } catch {
    return undefined;
  }
}

function ps(pid: number, field: string): string | undefined {
  try {
    const out = execFileSync('ps', ['-o', field, '-p', String(pid)], { encoding: 'utf8' }).trim();
    return out === '' ? undefined : out;
  } catch {
    return undefined;
  }
}

/**
 * Ends a process: asks first, then insists. Does nothing when it is already gone or the number now belongs to another.
 * @param ask the signal that lets it finish its work
 * @param patienceMs how long to wait before SIGKILL
 */
export async function endProcess(
  identity: ProcessIdentity,
  ask: NodeJS.Signals,
  patienceMs: number,
): Promise<void> {
  const send = (signal: NodeJS.Signals) => {
    try {
      process.kill(identity.pid, signal);
    } catch {
      // Gone between the look and the signal.
    }
  };
  if (!isSame(identity)) return;
  send(ask);
  if (await waitUntil(() => !isSame(identity), patienceMs)) return;
  send('SIGKILL');
  await waitUntil(() => !isSame(identity), 5_000);
}

/** Ends what a group leader that is gone has left in its group, such as the child of a watcher. */
export function endGroup(leaderPid: number): void {
  try {
    process.kill(-leaderPid, 'SIGKILL');
  } catch {
    // Nobody is left.
  }
}

/** Looks every few milliseconds until the condition holds; @returns false when the time is over first. */
export async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  timeoutMs: number,
): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (performance.now() < deadline) {
    if (await condition()) return true;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  return condition();
}
