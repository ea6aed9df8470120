import { type ApiScope, apiScopeSchema, idSchema } from '@plaza/contracts';
import { z } from 'zod';
import { momentSchema, parseRows, type Query } from '../../platform/query.ts';
import { accountJson, accountRecordSchema } from '../account-record.ts';

const clientSchema = z.object({
  id: idSchema,
  name: z.string(),
  // A scope that is no more is given to nobody.
  scopes: z
    .array(z.string())
    .transform((scopes) => scopes.flatMap((scope) => apiScopeSchema.safeParse(scope).data ?? [])),
  createdAt: momentSchema,
  lastUsedAt: momentSchema.nullable(),
  idleUntil: momentSchema,
  expiresAt: momentSchema,
});
export type ApiClientRecord = z.output<typeof clientSchema>;

/** Needs `c` (api_client) in scope. */
const clientJson = (query: Query) => query`
  jsonb_build_object('id', c.id, 'name', c.name, 'scopes', c.scopes, 'createdAt', c.created_at,
    'lastUsedAt', c.last_used_at, 'expiresAt', c.expires_at,
    'idleUntil', coalesce((select expires_at from api_refresh_token where client_id = c.id and used_at is null), c.expires_at))`;

const rowSchema = z.object({ client: clientSchema });
const withAccountSchema = rowSchema.extend({ account: accountRecordSchema });
export type ClientWithAccount = z.output<typeof withAccountSchema>;

export async function findClient(query: Query, clientId: string): Promise<ClientWithAccount | null> {
  const rows = await query`
    select ${clientJson(query)} as client, ${accountJson(query)} as account
    from api_client c join account a on a.id = c.account_id where c.id = ${clientId}`;
  return parseRows(withAccountSchema, rows)[0] ?? null;
}

/** Clients of an account that work, the newest first. */
export async function listClients(query: Query, accountId: string, now: Date): Promise<ApiClientRecord[]> {
  const rows = await query`
    select ${clientJson(query)} as client from api_client c
    where c.account_id = ${accountId} and c.expires_at > ${now.toISOString()}::timestamptz
    order by c.created_at desc, c.id`;
  const clients = parseRows(rowSchema, rows).map(({ client }) => client);
  return clients.filter(({ idleUntil }) => idleUntil > now);
}

/** Counts the clients of an account, and locks it until the end of the transaction. */
export async function countClients(tx: Query, accountId: string): Promise<number> {
  await tx`select from account where id = ${accountId} for update`;
  const rows = await tx`select count(*)::int as count from api_client where account_id = ${accountId}`;
  return parseRows(z.object({ count: z.int() }), rows)[0]?.count ?? 0;
}

interface NewClient {
  id: string;
  accountId: string;
  name: string;
  scopes: readonly ApiScope[];
  expiresAt: Date;
  now: Date;
}
export async function insertClient(query: Query, input: NewClient): Promise<void> {
  await query`
    insert into api_client (id, account_id, name, scopes, expires_at, created_at)
    values (${input.id}, ${input.accountId}, ${input.name}, ${[...input.scopes]}::text[],
      ${input.expiresAt.toISOString()}::timestamptz, ${input.now.toISOString()}::timestamptz)`;
}

export async function touchClient(query: Query, clientId: string, at: Date): Promise<void> {
  await query`update api_client set last_used_at = ${at.toISOString()}::timestamptz where id = ${clientId}`;
}

const goneSchema = z.object({ id: idSchema, accountId: idSchema, name: z.string() });
export type EndedClient = z.output<typeof goneSchema>;

/** Ends a client and everything that it was given. Null when there is none, or when it is somebody else's. */
export async function deleteClient(
  query: Query,
  { clientId, accountId = null }: { clientId: string; accountId?: string | null },
): Promise<EndedClient | null> {
  const rows = await query`
    delete from api_client
    where id = ${clientId} and account_id = coalesce(${accountId}::uuid, account_id)
    returning id, account_id as "accountId", name`;
  return parseRows(goneSchema, rows)[0] ?? null;
}

/** Ends every client of an account: for whatever signs it out everywhere. */
export async function deleteClientsOf(query: Query, accountId: string): Promise<void> {
  await query`delete from api_client where account_id = ${accountId}`;
}

/** Removes clients that have ended, and used tokens that are too old to tell of anything. */
export async function deleteExpiredClients(query: Query, now: Date): Promise<void> {
  const moment = now.toISOString();
  await query`
    delete from api_client c
    where c.expires_at <= ${moment}::timestamptz or exists (
      select from api_refresh_token t
      where t.client_id = c.id and t.used_at is null and t.expires_at <= ${moment}::timestamptz)`;
  await query`
    delete from api_refresh_token where used_at is not null and expires_at <= ${moment}::timestamptz`;
}
