import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { guardChild } from '../processes/guard.ts';
import { waitUntil } from '../processes/process-identity.ts';

const START_TIMEOUT_MS = 10_000;

export interface RedisOptions {
  /** Folder that holds the server's data; created when missing. */
  dataDir: string;
  /** Port on 127.0.0.1. */
  port: number;
  /** What its configuration file would say. Nothing is kept on disk unless this says so. */
  settings?: Record<string, string>;
}

export interface RunningRedis {
  url: string;
  pid: number;
  /** Settles when the server has ended, for whatever reason. */
  exited: Promise<void>;
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/**
 * Starts the machine's redis-server and waits until it takes connections. It ends with us.
 * @throws a line that says what to install when there is no redis-server
 */
export async function startRedis({ dataDir, port, settings }: RedisOptions): Promise<RunningRedis> {
  mkdirSync(dataDir, { recursive: true });
  const all = { port: String(port), bind: '127.0.0.1', dir: dataDir, save: '', ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => [`--${name}`, value]);
  const server = spawn('redis-server', flags, { stdio: 'ignore', detached: true });
  let failure: Error | undefined;
  const exited = new Promise<void>((done) => {
    server.once('exit', () => done());
    server.once('error', (error) => {
      failure = error;
      done();
    });
  });
  const hasEnded = () => failure !== undefined || server.exitCode !== null || server.signalCode !== null;
  const isUp = await waitUntil(async () => hasEnded() || (await takesConnections(port)), START_TIMEOUT_MS);
  if (failure) {
    throw new Error(
      `No redis-server on the PATH (${failure.message}): "npm test" installs it on Debian, or install Redis >= 7 yourself.`,
    );
  }
  if (!isUp || hasEnded() || server.pid === undefined)
    throw new Error(`redis-server did not start on port ${port}.`);
  exited.then(guardChild(server.pid, 'TERM'));
  return {
    url: `redis://127.0.0.1:${port}`,
    pid: server.pid,
    exited,
    stop: async (signal = 'SIGTERM') => {
      if (!hasEnded()) server.kill(signal);
      await exited;
    },
  };
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
