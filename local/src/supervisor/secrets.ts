import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const schema = z.object({
  /** Shared by Plaza's own processes. */
  internalToken: z.string().min(32),
  /** Signs the webhooks of the Stripe stand-in. */
  stripeWebhookSecret: z.string().min(16),
  /** Signs receipts: `<id>:<32 bytes in base64url>`. */
  receiptKeys: z.string().min(40),
  /** Encrypt personal fields: `<id>:<32 bytes in base64>`. */
  sealingKeys: z.string().min(40),
  /** Key of the digests that encrypted fields are looked up by. */
  indexKey: z.string().min(40),
  /** Mixed into the hashes of passwords: `<id>:<32 bytes in base64>`. */
  passwordPeppers: z.string().min(40),
  /** Signs the puzzles of the CAPTCHA. */
  captchaKey: z.string().min(40),
});
export type Secrets = z.output<typeof schema>;

/**
 * Reads the secrets of a data folder, making those that it has not; only their owner can read the file.
 * @throws when the file is there and cannot be read: new keys in its place would make the data unreadable for good
 */
export function readSecrets(file: string): Secrets {
  const known = readKnown(file);
  const secrets: Secrets = {
    internalToken: known.internalToken ?? randomBytes(32).toString('base64url'),
    stripeWebhookSecret: known.stripeWebhookSecret ?? `whsec_${randomBytes(24).toString('base64url')}`,
    receiptKeys: known.receiptKeys ?? `local:${randomBytes(32).toString('base64url')}`,
    sealingKeys: known.sealingKeys ?? `local:${randomBytes(32).toString('base64')}`,
    indexKey: known.indexKey ?? randomBytes(32).toString('base64'),
    passwordPeppers: known.passwordPeppers ?? `local:${randomBytes(32).toString('base64')}`,
    captchaKey: known.captchaKey ?? randomBytes(32).toString('base64'),
  };
  if (Object.keys(schema.shape).every((name) => name in known)) return secrets;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

/** What the file holds; nothing when there is none. */
function readKnown(file: string): Partial<Record<keyof Secrets, string | undefined>> {
  if (!existsSync(file)) return {};
  try {
    return schema.partial().parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Error(`The secrets in ${file} cannot be read. Put the file back, or begin anew with --reset.`, {
      cause,
    });
  }
}
