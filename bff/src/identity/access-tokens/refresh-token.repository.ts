import { idSchema } from '@plaza/contracts';
import { z } from 'zod';
import { momentSchema, parseRows, type Query } from '../../platform/query.ts';
import type { KeptToken } from './judge-refresh.ts';

const idRow = z.object({ clientId: idSchema });

/** Whose token it is, used or not; null for one that we do not know. */
export async function findClientOfToken(query: Query, tokenHash: string): Promise<string | null> {
  const rows = await query`
    select client_id as "clientId" from api_refresh_token where token_hash = ${tokenHash}`;
  return parseRows(idRow, rows)[0]?.clientId ?? null;
}

/** Makes everybody else who uses a token of this client wait until the end of the transaction. */
export async function lockClient(tx: Query, clientId: string): Promise<void> {
  await tx`select from api_client where id = ${clientId} for update`;
}

const keptSchema = z.object({
  kept: z.object({
    expiresAt: momentSchema,
    usedAt: momentSchema.nullable(),
    isSuccessorUnused: z.boolean(),
  }),
});

export async function findToken(query: Query, tokenHash: string): Promise<KeptToken | null> {
  const rows = await query`
    select jsonb_build_object('expiresAt', t.expires_at, 'usedAt', t.used_at, 'isSuccessorUnused',
      s.token_hash is not null and s.used_at is null) as kept
    from api_refresh_token t left join api_refresh_token s on s.token_hash = t.successor_hash
    where t.token_hash = ${tokenHash}`;
  return parseRows(keptSchema, rows)[0]?.kept ?? null;
}

interface NewToken {
  tokenHash: string;
  clientId: string;
  now: Date;
  expiresAt: Date;
}
export async function insertToken(query: Query, input: NewToken): Promise<void> {
  await query`
    insert into api_refresh_token (token_hash, client_id, issued_at, expires_at)
    values (${input.tokenHash}, ${input.clientId}, ${input.now.toISOString()}::timestamptz,
      ${input.expiresAt.toISOString()}::timestamptz)`;
}

/** Makes the next token the only one of its client that works. The table holds at most one. */
export async function replaceToken(tx: Query, input: NewToken & { usedHash: string }): Promise<void> {
  const now = input.now.toISOString();
  await tx`
    update api_refresh_token set used_at = ${now}::timestamptz
    where client_id = ${input.clientId} and used_at is null`;
  await insertToken(tx, input);
  await tx`update api_refresh_token set successor_hash = ${input.tokenHash} where token_hash = ${input.usedHash}`;
}
