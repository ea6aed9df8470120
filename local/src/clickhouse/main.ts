import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { Engine } from './engine.ts';
import { createClickHouseServer } from './server.ts';

const env = z
  .object({
    PORT: z.coerce.number().int().min(1).max(65_535),
    HOST: z.string().default('127.0.0.1'),
    DATA_DIR: z.string().min(1),
    // Two: what a request waits for need not wait for a long insert.
    WRITERS: z.coerce.number().int().min(1).max(16).default(2),
    READERS: z.coerce.number().int().min(1).max(16).default(4),
    MAX_EXECUTION_SECONDS: z.coerce.number().int().min(1).default(120),
    MAX_BODY_BYTES: z.coerce
      .number()
      .int()
      .min(1)
      .default(512 * 1024 * 1024),
  })
  .parse(process.env);

const dataDir = resolve(env.DATA_DIR);
mkdirSync(dataDir, { recursive: true });
const engine = new Engine(dataDir, {
  writers: env.WRITERS,
  readers: env.READERS,
  // A statement cannot be interrupted from outside, so each must have an end of its own.
  connectionArgs: [
    `--max_execution_time=${env.MAX_EXECUTION_SECONDS}`,
    '--max_result_bytes=536870912',
    '--max_memory_usage=4294967296',
  ],
});

const version = Buffer.from((await engine.read('select version()', 'default', 'TabSeparated')).bytes)
  .toString('utf8')
  .trim();
const server = createClickHouseServer({
  engine,
  version,
  maxBodyBytes: env.MAX_BODY_BYTES,
  onEngineLost: (reason) => {
    console.error(`The engine is lost, ending so that it can be started anew: ${reason}`);
    process.exit(70);
  },
});
server.on('error', (error) => {
  console.error(`ClickHouse cannot listen on ${env.HOST}:${env.PORT}: ${error.message}`);
  process.exit(1);
});
server.listen(env.PORT, env.HOST, () => console.log(`ClickHouse engine on http://${env.HOST}:${env.PORT}`));

let closing = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (closing) return;
    closing = true;
    server.close(() => {
      engine.close();
      process.exit(0);
    });
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), 10_000).unref();
  });
}
