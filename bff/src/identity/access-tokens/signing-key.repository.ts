import { z } from 'zod';
import { momentSchema, parseRows, type Query, toJson } from '../../platform/query.ts';

/** An Ed25519 key as it is published. */
export const publicJwkSchema = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  kid: z.string(),
  alg: z.literal('EdDSA'),
  use: z.literal('sig'),
});
export type PublicJwk = z.infer<typeof publicJwkSchema>;

const keySchema = z.object({
  id: z.string(),
  publicKey: publicJwkSchema,
  /** Sealed. */
  privateKey: z.string(),
  signsFrom: momentSchema,
});
export type SigningKeyRecord = z.output<typeof keySchema>;

/** Waits until no other process is about to add or remove keys; until the end of the transaction. */
export async function lockKeys(tx: Query): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtext('signing_key'))`;
}

/** Every key, the one that began or begins to sign first comes first. */
export async function listKeys(query: Query): Promise<SigningKeyRecord[]> {
  const rows = await query`
    select id, public_key as "publicKey", private_key as "privateKey", to_json(signs_from) #>> '{}' as "signsFrom"
    from signing_key order by signs_from, id`;
  return parseRows(keySchema, rows);
}

export async function insertKey(query: Query, key: SigningKeyRecord & { now: Date }): Promise<void> {
  await query`
    insert into signing_key (id, public_key, private_key, signs_from, created_at)
    values (${key.id}, ${toJson(key.publicKey)}::jsonb, ${key.privateKey},
      ${key.signsFrom.toISOString()}::timestamptz, ${key.now.toISOString()}::timestamptz)`;
}

export async function deleteKeys(query: Query, ids: readonly string[]): Promise<void> {
  await query`delete from signing_key where id = any(${[...ids]}::text[])`;
}
