import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { SealingEnv } from './env.ts';

/** Keeps personal text unreadable for whoever has the database and not the keys. */
export interface Sealing {
  /**
   * @param context what the text is, such as `account.email`: it opens as that and as nothing else
   * @returns `v1.<key id>.<base64url of nonce, ciphertext and tag>`; another one each time
   */
  seal(text: string, context: string): string;
  /** @throws when it was changed, sealed as something else, or by a key that is not known any more */
  open(sealed: string, context: string): string;
  /**
   * The same for the same text and context, in hexadecimal, so that equal values can be looked up and kept unique.
   * It tells nothing of the text to those without the key. Normalise the text before.
   */
  blindIndex(text: string, context: string): string;
  /** How every text begins that the current key has sealed. */
  currentPrefix: string;
  /** Whether it was sealed by a key that is not the current one. */
  needsReseal(sealed: string): boolean;
}

const ALGORITHM = 'aes-256-gcm';
/** Random nonces are safe for some 2^32 texts a key; rotate long before. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const FORM = /^v1\.([\w-]{1,40})\.([\w-]+)$/;

/** @throws when there is no key */
export function createSealing({ SEALING_KEYS, INDEX_KEY }: SealingEnv): Sealing {
  const [current] = SEALING_KEYS;
  if (!current) throw new Error('There is no key to seal with.');
  const keys = new Map(SEALING_KEYS.map(({ id, key }) => [id, createSecretKey(key)]));
  const currentKey = createSecretKey(current.key);
  const currentPrefix = `v1.${current.id}.`;
  const indexKey = createSecretKey(INDEX_KEY);
  return {
    seal: (text, context) => currentPrefix + encrypt(currentKey, text, context).toString('base64url'),
    open: (sealed, context) => {
      const { keyId, body } = parse(sealed);
      const key = keys.get(keyId);
      if (!key) throw new Error(`Sealed by the key ${keyId}, which SEALING_KEYS does not name.`);
      return decrypt(key, body, context);
    },
    // The context ends where the first NUL is, so that no two pairs are written alike.
    blindIndex: (text, context) =>
      createHmac('sha256', indexKey)
        .update(`${refuseNul(context)}\0${text}`)
        .digest('hex'),
    currentPrefix,
    needsReseal: (sealed) => parse(sealed).keyId !== current.id,
  };
}

function encrypt(key: KeyObject, text: string, context: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(context));
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, ciphertext, cipher.getAuthTag()]);
}

function decrypt(key: KeyObject, body: Buffer, context: string): string {
  const decipher = createDecipheriv(ALGORITHM, key, body.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(body.subarray(-TAG_BYTES));
  const text = decipher.update(body.subarray(NONCE_BYTES, -TAG_BYTES));
  try {
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    throw new Error(`What was sealed as ${context} was changed, or is not that.`);
  }
}

function parse(sealed: string): { keyId: string; body: Buffer } {
  const [, keyId = '', encoded = ''] = FORM.exec(sealed) ?? [];
  const body = Buffer.from(encoded, 'base64url');
  // Written in one way only: characters whose last bits say nothing would otherwise pass for others.
  if (body.length < NONCE_BYTES + TAG_BYTES || body.toString('base64url') !== encoded)
    throw new Error('Not a sealed text.');
  return { keyId, body };
}

function refuseNul(context: string): string {
  if (context.includes('\0')) throw new Error('A context cannot hold a NUL.');
  return context;
}
