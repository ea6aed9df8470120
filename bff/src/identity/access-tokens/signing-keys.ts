import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { newId } from '@plaza/contracts';
import { calculateJwkThumbprint } from 'jose';
import { z } from 'zod';
import { type ChangeCache, createChangeCache } from '../../platform/change-cache.ts';
import type { Services } from '../../platform/services.ts';
import { planRotation, signingKeyAt } from './plan-rotation.ts';
import {
  deleteKeys,
  insertKey,
  listKeys,
  lockKeys,
  type PublicJwk,
  type SigningKeyRecord,
} from './signing-key.repository.ts';

export const PRIVATE_KEY_CONTEXT = 'signing_key.private';
const KEPT_MS = 60_000;
const makeKeyPair = promisify(generateKeyPair);

interface SigningKey {
  id: string;
  signsFrom: Date;
  publicJwk: PublicJwk;
  publicKey: KeyObject;
  privateKey: KeyObject;
}
/** Keys as a process uses them, by when they begin to sign. */
export interface SigningKeys {
  keys: readonly SigningKey[];
}

/** The keys there are. The first is made when it is first asked for. */
export async function readSigningKeys(services: Services): Promise<SigningKeys> {
  const found = await cacheOf(services).read('all', async () => {
    const records = await listKeys(services.database.client);
    const isUsable = signingKeyAt(records, services.clock.now()) !== null;
    return {
      keys: (isUsable ? records : await rotateSigningKeys(services)).map((key) => open(services, key)),
    };
  });
  return found ?? { keys: [] };
}

/**
 * Makes the next key when it is time, and removes what signs nothing that still works. Several processes may do so at
 * once: one does it. For a job. Answers the keys that there are then.
 */
export async function rotateSigningKeys(services: Services): Promise<SigningKeyRecord[]> {
  const { database, clock, sealing } = services;
  return database.client.begin(async (tx) => {
    await lockKeys(tx);
    const records = await listKeys(tx);
    const now = clock.now();
    const isUsable = signingKeyAt(records, now) !== null;
    // A key that is announced but does not sign yet is of no use when it is the only one.
    const { addFrom, removeIds } = planRotation(isUsable ? records : [], now);
    if (addFrom) await insertKey(tx, { ...(await makeKey(sealing, addFrom)), now });
    if (removeIds.length > 0) await deleteKeys(tx, removeIds);
    return addFrom || removeIds.length > 0 ? listKeys(tx) : records;
  });
}

const okpSchema = z.object({ x: z.string() });

async function makeKey(sealing: Services['sealing'], signsFrom: Date): Promise<SigningKeyRecord> {
  const { publicKey, privateKey } = await makeKeyPair('ed25519');
  const { x } = okpSchema.parse(publicKey.export({ format: 'jwk' }));
  const thumbprint = await calculateJwkThumbprint({ kty: 'OKP', crv: 'Ed25519', x });
  // Never the same name twice, though nobody would make the same key twice.
  const id = `${newId().slice(0, 8)}-${thumbprint.slice(0, 16)}`;
  return {
    id,
    publicKey: { kty: 'OKP', crv: 'Ed25519', x, kid: id, alg: 'EdDSA', use: 'sig' },
    privateKey: sealing.seal(JSON.stringify(privateKey.export({ format: 'jwk' })), PRIVATE_KEY_CONTEXT),
    signsFrom,
  };
}

const privateJwkSchema = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  d: z.string(),
});

function open({ sealing }: Services, record: SigningKeyRecord): SigningKey {
  const { id, publicKey, privateKey, signsFrom } = record;
  const privateJwk = privateJwkSchema.parse(JSON.parse(sealing.open(privateKey, PRIVATE_KEY_CONTEXT)));
  return {
    id,
    signsFrom,
    publicJwk: publicKey,
    publicKey: createPublicKey({ key: { ...publicKey }, format: 'jwk' }),
    privateKey: createPrivateKey({ key: privateJwk, format: 'jwk' }),
  };
}

const caches = new WeakMap<Services['changes'], ChangeCache<SigningKeys>>();
/** One for each process: by a service of which there is one. */
function cacheOf({ changes }: Services): ChangeCache<SigningKeys> {
  const made =
    caches.get(changes) ??
    createChangeCache<SigningKeys>(changes, {
      maxEntries: 1,
      ttlMs: KEPT_MS,
      isAbout: (subject) => subject.startsWith('signing_key:'),
    });
  caches.set(changes, made);
  return made;
}
