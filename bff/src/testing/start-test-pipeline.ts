import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const START_TIMEOUT_MS = 30_000;

/** The pipeline as a process of its own, as it runs: tests of the BFF reach ClickHouse through it alone. */
export async function startTestPipeline(input: {
  databaseUrl: string;
  clickhouse: { url: string; database: string };
  internalToken: string;
}) {
  const port = await findPort();
  const url = `http://127.0.0.1:${port}`;
  const tsx = createRequire(import.meta.url).resolve('tsx');
  const main = fileURLToPath(new URL('../../../pipeline/src/main.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', tsx, main], {
    stdio: 'ignore',
    env: {
      PORT: String(port),
      DATABASE_URL: input.databaseUrl,
      CLICKHOUSE_URL: input.clickhouse.url,
      CLICKHOUSE_DATABASE: input.clickhouse.database,
      INTERNAL_TOKEN: input.internalToken,
      CAPTURE_KEY: 'phc_test',
      LOG_LEVEL: 'silent',
    },
  });
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!(await isUp(url))) {
    if (Date.now() > deadline || child.exitCode !== null) throw new Error('The pipeline does not start.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    /** Reports events of a browser, as its SDK does. Answers when they are stored. */
    capture: async (distinctId: string, events: readonly { event: string; properties: object }[]) => {
      const batch = events.map(({ event, properties }) => ({ event, distinct_id: distinctId, properties }));
      const response = await fetch(`${url}/ingest/batch/`, {
        method: 'POST',
        body: JSON.stringify({ api_key: 'phc_test', batch }),
      });
      if (!response.ok) throw new Error(`Capture answered ${response.status}.`);
    },
    close: () =>
      new Promise<void>((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

const isUp = (url: string): Promise<boolean> =>
  fetch(`${url}/healthz`).then(
    (response) => response.ok,
    () => false,
  );

const findPort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
