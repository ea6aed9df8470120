import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const schema = z.object({
  /** Shared by Plaza's own processes. */
  internalToken: z.string().min(32),
  /** Signs the webhooks of the Stripe stand-in. */
  stripeWebhookSecret: z.string().min(16),
});
export type Secrets = z.output<typeof schema>;

/** Reads the secrets of a data folder, making them the first time; only their owner can read the file. */
export function readSecrets(file: string): Secrets {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    const secrets: Secrets = {
      internalToken: randomBytes(32).toString('base64url'),
      stripeWebhookSecret: `whsec_${randomBytes(24).toString('base64url')}`,
    };
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
    renameSync(`${file}.new`, file);
    return secrets;
  }
}
