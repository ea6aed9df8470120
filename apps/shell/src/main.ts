import { join } from 'node:path';
import { startTracing } from '@plaza/tracing/start';
import { readEnv } from './env.ts';

const env = readEnv();
try {
  const sendTraces = await startTracing('shell');
  if (env.NODE_ENV === 'production') {
    const { startServer } = await import('./server/start-server.ts');
    const server = await startServer(env, {
      clientDir: join(import.meta.dirname, 'client'),
      renderWorker: new URL('./render-worker.js', import.meta.url),
    });
    const stop = () =>
      void server
        .close()
        .then(sendTraces)
        .then(() => process.exit(0));
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  } else {
    const { startDevServer } = await import('./server/start-dev-server.ts');
    await startDevServer(env, { appDir: join(import.meta.dirname, '..') });
  }
} catch (error) {
  console.error(`The shell cannot start. ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
