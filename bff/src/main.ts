import { startTracing } from '@plaza/tracing/start';
import { sealPlainEmails } from './identity/public.ts';
import { readEnv } from './platform/env.ts';
import { createServices } from './platform/services.ts';
import { serve } from './serve.ts';

const sendTraces = await startTracing('bff');
const services = await createServices(readEnv());
const { log } = services;
await sealPlainEmails(services.database.client, services.sealing);
const [server] = await Promise.all([serve(services), services.passwords.warmUp()]);
log.info({ port: server.port }, 'the BFF listens');

const stop = (signal: NodeJS.Signals) => {
  log.info({ signal }, 'closing');
  server
    .close()
    .then(sendTraces)
    .then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'closing failed');
        process.exit(1);
      },
    );
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
