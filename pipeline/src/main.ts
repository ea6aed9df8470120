import { startTracing } from '@plaza/tracing/start';
import { pino } from 'pino';
import { readEnv } from './env.ts';
import { startPipeline } from './pipeline.ts';

const env = readEnv();
const log = pino({ level: env.LOG_LEVEL, base: { process: 'pipeline' } });
const sendTraces = await startTracing('pipeline');
const pipeline = await startPipeline(env, log);
log.info({ port: pipeline.port }, 'pipeline listens');

let isClosing = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (isClosing) return;
    isClosing = true;
    pipeline
      .close()
      .then(sendTraces)
      .catch((error: unknown) => log.error({ error: String(error) }, 'did not close cleanly'))
      .finally(() => process.exit(0));
  });
}
