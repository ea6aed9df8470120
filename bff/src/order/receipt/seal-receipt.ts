import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { ReceiptContent } from '@plaza/contracts';
import { toCanonicalJson } from '../../platform/canonical-json.ts';
import type { ReceiptKey } from '../../platform/env.ts';

/** What proves a receipt. */
export interface Seal {
  /** SHA-256 of the content's canonical JSON, in hexadecimal. */
  digest: string;
  keyId: string;
  /** Ed25519 over `plaza-receipt:<digest>`, base64url. It outlives the content, which a buyer may have erased. */
  signature: string;
}

/** @param canonicalJson of a receipt's content */
export const digestOf = (canonicalJson: string): string =>
  createHash('sha256').update(canonicalJson).digest('hex');

/** Signs with the first of the keys. */
export function sealReceipt(content: ReceiptContent, keys: readonly ReceiptKey[]): Seal {
  const [key] = keys;
  if (!key) throw new Error('There is no key to sign receipts with.');
  const digest = digestOf(toCanonicalJson(content));
  const signature = sign(null, toSign(digest), privateKeyOf(key)).toString('base64url');
  return { digest, keyId: key.id, signature };
}

/** Whether one of these keys signed this digest. */
export function isSealed({ digest, keyId, signature }: Seal, keys: readonly ReceiptKey[]): boolean {
  const key = keys.find(({ id }) => id === keyId);
  if (!key) return false;
  return verify(
    null,
    toSign(digest),
    createPublicKey(privateKeyOf(key)),
    Buffer.from(signature, 'base64url'),
  );
}

/** The halves that everybody may know, so that receipts can be checked without asking Plaza. */
export const publicKeys = (keys: readonly ReceiptKey[]) =>
  keys.map((key) => ({
    kid: key.id,
    use: 'sig',
    alg: 'EdDSA',
    ...createPublicKey(privateKeyOf(key)).export({ format: 'jwk' }),
  }));

const toSign = (digest: string) => Buffer.from(`plaza-receipt:${digest}`);

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

const privateKeys = new WeakMap<ReceiptKey, KeyObject>();
/** Parsed once: that takes longer than signing. */
function privateKeyOf(key: ReceiptKey): KeyObject {
  const known = privateKeys.get(key);
  if (known) return known;
  const der = Buffer.concat([PKCS8_PREFIX, key.seed]);
  const parsed = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  privateKeys.set(key, parsed);
  return parsed;
}
