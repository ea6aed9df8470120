import { spawn } from 'node:child_process';

// `cat` ends when the last writer of the pipe is gone, that is when our process is, however it ended.
const WATCH = 'cat >/dev/null; kill -s "$1" "$2" 2>/dev/null';

/**
 * Lets a child die with us even when we are killed with SIGKILL: a tiny shell holds the other end of a pipe.
 * @param signal what the child shall get, without the SIG prefix
 * @returns a function that takes the guard away (call it when the child has ended, before its number is used again)
 */
export function guardChild(pid: number, signal: 'INT' | 'TERM'): () => void {
  const guard = spawn('/bin/sh', ['-c', WATCH, 'plaza-guard', signal, String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.on('error', () => {});
  guard.stdin.on('error', () => {});
  guard.unref();
  // A pipe keeps the event loop alive unless told otherwise.
  if ('unref' in guard.stdin && typeof guard.stdin.unref === 'function') guard.stdin.unref();
  return () => {
    // The shell and its `cat` form a process group of their own; SIGKILL keeps it from signalling the child.
    if (guard.pid === undefined || guard.exitCode !== null) return;
    try {
      process.kill(-guard.pid, 'SIGKILL');
    } catch {
      // Already gone.
    }
  };
}
