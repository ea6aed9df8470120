import { z } from 'zod';
import { startMailStandIn } from './start-mail.ts';

const port = z.coerce.number().int().min(1).max(65_535);
const env = z
  .object({
    PORT: port,
    SMTP_PORT: port,
    HOST: z.string().default('127.0.0.1'),
    DATA_DIR: z.string().min(1),
  })
  .parse(process.env);

const standIn = await startMailStandIn({
  port: env.PORT,
  smtpPort: env.SMTP_PORT,
  host: env.HOST,
  dataDir: env.DATA_DIR,
});
console.log(
  `Mail stand-in: SMTP on ${env.HOST}:${env.SMTP_PORT}, inbox on http://${env.HOST}:${env.PORT}/inbox`,
);

let closing = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (closing) return;
    closing = true;
    void standIn.stop().then(() => process.exit(0));
  });
}
