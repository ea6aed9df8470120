import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { findFreePort, guardChild, waitUntil } from '@plaza/local/processes';

export interface TestRedis {
  url: string;
  /** Ends the server, as abruptly as a crash would. */
  drop(): Promise<void>;
}

/**
 * Starts a Redis server of its own (a few milliseconds), so that keys, channels and a kill disturb no other test.
 * @throws a line that says what to install when there is no redis-server
 */
export async function createTestRedis(): Promise<TestRedis> {
  const port = await findFreePort();
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn('redis-server', [...flags, '--dir', tmpdir()], { stdio: 'ignore', detached: true });
  let failure: Error | undefined;
  const exited = new Promise<void>((done) => {
    server.once('exit', () => done());
    server.once('error', (error) => {
      failure = error;
      done();
    });
  });
  const hasEnded = () => failure !== undefined || server.exitCode !== null || server.signalCode !== null;
  const isUp = await waitUntil(async () => hasEnded() || (await takesConnections(port)), 10_000);
  if (failure) {
    throw new Error(
      `No redis-server on the PATH (${failure.message}): "npm test" installs it on Debian, or install Redis >= 7 yourself.`,
    );
  }
  if (!isUp || hasEnded() || server.pid === undefined)
    throw new Error(`redis-server did not start on port ${port}.`);
  const release = guardChild(server.pid, 'TERM');
  return {
    url: `redis://127.0.0.1:${port}`,
    drop: async () => {
      if (!hasEnded()) server.kill('SIGKILL');
      await exited;
      release();
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
