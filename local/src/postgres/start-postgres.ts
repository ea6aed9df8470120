import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import postgres from 'postgres';
import { guardChild } from '../processes/guard.ts';
import { waitUntil } from '../processes/process-identity.ts';
import { findNativeBinaries } from './native-binaries.ts';
import { readPostmaster, stopOrphan } from './postmaster.ts';
import { chooseUnprivileged, type Unprivileged } from './unprivileged.ts';

const USER = 'plaza';
const DATABASE = 'plaza';
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 15_000;

const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_preload_libraries: 'pg_stat_statements',
  // Short statements gain nothing from compilation and pay for it on first use.
  jit: 'off',
  max_connections: '200',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  random_page_cost: '1.1',
  max_wal_size: '2GB',
  // One server, no replicas: the log need not carry what only replication reads.
  wal_level: 'minimal',
  max_wal_senders: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

export interface PostgresOptions {
  /** Folder for the cluster, its password and its log; created when missing. */
  dataDir: string;
  /** Port on 127.0.0.1. */
  port: number;
  /** Server settings on top of ours, such as `fsync: 'off'` in tests. */
  settings?: Record<string, string>;
  /** How to run the binaries; found out when absent. */
  runner?: Unprivileged;
}

export interface RunningPostgres {
  /** Connection string of the database `plaza`, whose owner is superuser of the cluster. */
  url: string;
  pid: number;
  /** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>;
  /** Settles when the server has ended, for whatever reason. */
  exited: Promise<void>;
}

/**
 * Starts the embedded PostgreSQL, creating its cluster the first time, and waits until it takes connections.
 * A server left over from a killed launcher is stopped first; a cluster that was killed recovers by itself.
 * @throws with the tail of the server's log when it does not come up
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const requestedHome = resolve(options.dataDir);
  mkdirSync(requestedHome, { recursive: true, mode: 0o700 });
  const runner = options.runner ?? chooseUnprivileged(await findNativeBinaries(), requestedHome);
  const cluster = join(runner.home, 'cluster');
  const logFile = join(requestedHome, 'postgres.log');

  await createCluster(runner, cluster, logFile);
  const password = readFileSync(join(runner.home, 'password'), 'utf8').trim();
  await stopOrphan(cluster);

  const { child, exited } = await launchUntilReady(runner, cluster, logFile, options);
  const url = `postgres://${USER}:${password}@127.0.0.1:${options.port}/${DATABASE}`;
  await createDatabase(url);
  return { url, pid: child.pid, exited, stop: () => stop(child, exited) };
}

/** A server process that has a process id. */
type Server = ChildProcess & { pid: number };

const RELAUNCH_LIMIT = 40;
const RELAUNCH_PAUSE_MS = 250;

/**
 * Launches the server and waits until it takes connections. The helpers of a server that was killed hold its memory for
 * a moment longer, and a new server refuses to start until they are gone: then it is launched again.
 */
async function launchUntilReady(
  runner: Unprivileged,
  cluster: string,
  logFile: string,
  options: PostgresOptions,
): Promise<{ child: Server; exited: Promise<void> }> {
  for (let attempt = 0; ; attempt += 1) {
    const logStart = existsSync(logFile) ? statSync(logFile).size : 0;
    const child = launch(runner, cluster, logFile, options);
    const exited = new Promise<void>((done) => {
      child.once('exit', () => done());
      child.once('error', () => done());
    });
    const release = child.pid === undefined ? () => {} : guardChild(child.pid, 'INT');
    exited.then(release);
    const isUp = await waitUntil(
      () => hasEnded(child) || readPostmaster(cluster)?.ready === true,
      START_TIMEOUT_MS,
    );
    if (isUp && !hasEnded(child) && hasPid(child)) return { child, exited };
    child.kill('SIGKILL');
    const log = readFileSync(logFile).subarray(logStart).toString();
    const isHeld = log.includes('pre-existing shared memory block') && attempt < RELAUNCH_LIMIT;
    if (!isHeld) throw new Error(`PostgreSQL did not start on port ${options.port}.\n${tail(logFile)}`);
    await new Promise((resolve) => setTimeout(resolve, RELAUNCH_PAUSE_MS));
  }
}

const hasPid = (child: ChildProcess): child is Server => child.pid !== undefined;

function launch(
  runner: Unprivileged,
  cluster: string,
  logFile: string,
  options: PostgresOptions,
): ChildProcess {
  const settings = { ...SETTINGS, port: String(options.port), ...options.settings };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { command, args } = runner.wrap(join(runner.native, 'bin', 'postgres'), ['-D', cluster, ...flags]);
  const log = openSync(logFile, 'a');
  try {
    // Detached: Ctrl-C in a terminal reaches the whole process group, and the database shall stop last.
    return spawn(command, args, { stdio: ['ignore', log, log], detached: true, ...runner.identity });
  } finally {
    closeSync(log);
  }
}

/** Creates the cluster beside its final place and moves it there, so that a killed first start leaves no half one. */
async function createCluster(runner: Unprivileged, cluster: string, logFile: string): Promise<void> {
  if (existsSync(join(cluster, 'PG_VERSION'))) return;
  const passwordFile = join(runner.home, 'password');
  const unfinished = `${cluster}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  runner.give(passwordFile);
  const { command, args } = runner.wrap(join(runner.native, 'bin', 'initdb'), [
    ...['-D', unfinished, '-U', USER, '--pwfile', passwordFile],
    ...['--auth=scram-sha-256', '--encoding=UTF8', '--no-instructions'],
    // The built-in provider sorts the same on every machine, whatever its C library knows.
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
    '--no-sync',
  ]);
  const log = openSync(logFile, 'a');
  const child = spawn(command, args, { stdio: ['ignore', log, log], ...runner.identity });
  const status = await new Promise<number | null>((done) => {
    child.once('error', () => done(null));
    child.once('exit', (code) => done(code));
  });
  closeSync(log);
  if (status !== 0)
    throw new Error(`PostgreSQL could not create its data folder ${cluster}.\n${tail(logFile)}`);
  renameSync(unfinished, cluster);
}

async function createDatabase(url: string): Promise<void> {
  const admin = postgres(url.replace(/\/[^/]*$/, '/postgres'), { max: 1, onnotice: () => {} });
  try {
    const found = await admin`select 1 from pg_database where datname = ${DATABASE}`;
    if (found.length === 0) await admin.unsafe(`create database ${DATABASE}`);
  } finally {
    await admin.end();
  }
}

async function stop(child: ChildProcess, exited: Promise<void>): Promise<void> {
  if (hasEnded(child)) return;
  child.kill('SIGINT');
  const timer = setTimeout(() => child.kill('SIGQUIT'), STOP_TIMEOUT_MS);
  await exited;
  clearTimeout(timer);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}

function tail(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n') : '';
}
