import { z } from 'zod';
import { startSmsStandIn } from './start-sms.ts';

const env = z
  .object({
    PORT: z.coerce.number().int().min(1).max(65_535),
    HOST: z.string().default('127.0.0.1'),
    DATA_DIR: z.string().min(1),
    API_KEY: z.string().min(8),
  })
  .parse(process.env);

const standIn = await startSmsStandIn({
  port: env.PORT,
  host: env.HOST,
  dataDir: env.DATA_DIR,
  apiKey: env.API_KEY,
});
console.log(`SMS stand-in: ${standIn.inboxUrl}`);

let closing = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (closing) return;
    closing = true;
    void standIn.stop().then(() => process.exit(0));
  });
}
