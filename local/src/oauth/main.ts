import { z } from 'zod';
import { startOAuthStandIn } from './start-oauth.ts';

const env = z
  .object({
    PORT: z.coerce.number().int().min(1).max(65_535),
    HOST: z.string().default('127.0.0.1'),
    PUBLIC_URL: z.url(),
  })
  .parse(process.env);

const origin = new URL(env.PUBLIC_URL).origin;
const standIn = await startOAuthStandIn({
  port: env.PORT,
  host: env.HOST,
  publicOrigin: origin,
  shopOrigin: origin,
});
console.log(`Stand-ins of Google, GitHub and Facebook: http://${env.HOST}:${env.PORT}`);

let closing = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (closing) return;
    closing = true;
    void standIn.stop().then(() => process.exit(0));
  });
}
