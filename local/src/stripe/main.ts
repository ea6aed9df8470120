import { z } from 'zod';
import { startStandIn } from './start-stand-in.ts';

const env = z
  .object({
    PORT: z.coerce.number().int().min(1).max(65_535),
    HOST: z.string().default('127.0.0.1'),
    DATA_DIR: z.string().min(1),
    PUBLIC_BASE_URL: z.url(),
    WEBHOOK_URL: z.url(),
    WEBHOOK_SECRET: z.string().min(1),
  })
  .parse(process.env);

const standIn = await startStandIn({
  port: env.PORT,
  host: env.HOST,
  dataDir: env.DATA_DIR,
  publicBaseUrl: env.PUBLIC_BASE_URL,
  webhookUrl: env.WEBHOOK_URL,
  webhookSecret: env.WEBHOOK_SECRET,
});
console.log(`Stripe stand-in on http://${env.HOST}:${env.PORT}, payment pages at ${env.PUBLIC_BASE_URL}`);

let closing = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (closing) return;
    closing = true;
    void standIn.stop().then(() => process.exit(0));
  });
}
