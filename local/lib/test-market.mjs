// A market of its own for the browser journeys: own data, own port.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './install.mjs';

const START_TIMEOUT_MS = 300_000;

/** @returns the address, the supervisor's file, and how to stop; undefined when the market did not come up */
export async function startTestMarket() {
  const dataDir = mkdtempSync(join(tmpdir(), 'plaza-journeys-'));
  const runFile = join(dataDir, 'run.json');
  const port = await freePort();
  const supervisor = spawn(process.execPath, [join(root, 'local/start.mjs')], {
    cwd: root,
    stdio: 'inherit',
    env: { ...withoutServers(process.env), PORT: String(port), PLAZA_DATA_DIR: dataDir },
  });
  const exited = new Promise((resolve) => supervisor.once('exit', resolve));
  const stop = async () => {
    supervisor.kill('SIGTERM');
    await exited;
    rmSync(dataDir, { recursive: true, force: true });
  };
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline && supervisor.exitCode === null) {
    // Written when everything is ready.
    if (existsSync(runFile))
      return { url: JSON.parse(readFileSync(runFile, 'utf8')).publicUrl, runFile, stop };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await stop();
  return undefined;
}

/** Journeys place orders; they must never do so on somebody's real servers. */
function withoutServers(env) {
  const {
    DATABASE_URL,
    REDIS_URL,
    CLICKHOUSE_URL,
    STRIPE_SECRET_KEY,
    SMTP_URL,
    RESEND_API_KEY,
    PUBLIC_URL,
    ...rest
  } = env;
  return rest;
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
