import { releaseTokenSchema } from '@plaza/contracts';
import { z } from 'zod';
import { momentSchema, parseRows, type Query } from '../platform/query.ts';

const isoSchema = momentSchema.transform((moment) => moment.toISOString());
const tokenRow = z.object({
  token: releaseTokenSchema.extend({
    createdAt: isoSchema,
    expiresAt: isoSchema,
    lastUsedAt: isoSchema.nullable(),
  }),
});

/** Those that work, the newest first. */
export async function listTokens(query: Query, { frontend, now }: { frontend: string; now: Date }) {
  const rows = await query`
    select jsonb_build_object('id', t.id, 'name', t.name, 'createdAt', t.created_at, 'expiresAt', t.expires_at,
      'lastUsedAt', t.last_used_at, 'createdBy', a.display_name) as token
    from release_token t join account a on a.id = t.created_by
    where t.frontend = ${frontend} and t.expires_at > ${now.toISOString()}::timestamptz order by t.id desc`;
  return parseRows(tokenRow, rows).map(({ token }) => token);
}

const countRow = z.object({ count: z.int() });
/** How many of a frontend work; one who asks waits for another who has. */
export async function countTokens(
  tx: Query,
  { frontend, now }: { frontend: string; now: Date },
): Promise<number> {
  await tx`select from rollout where frontend = ${frontend} for update`;
  const rows = await tx`
    select count(*)::int as count from release_token
    where frontend = ${frontend} and expires_at > ${now.toISOString()}::timestamptz`;
  return parseRows(countRow, rows)[0]?.count ?? 0;
}

interface NewToken {
  id: string;
  frontend: string;
  name: string;
  tokenHash: string;
  createdBy: string;
  now: Date;
  expiresAt: Date;
}
export async function insertToken(tx: Query, input: NewToken): Promise<void> {
  await tx`
    insert into release_token (id, frontend, name, token_hash, created_by, created_at, expires_at)
    values (${input.id}, ${input.frontend}, ${input.name}, ${input.tokenHash}, ${input.createdBy},
      ${input.now.toISOString()}::timestamptz, ${input.expiresAt.toISOString()}::timestamptz)`;
}

/** False when the frontend has no such token. */
export async function deleteToken(
  tx: Query,
  { id, frontend }: { id: string; frontend: string },
): Promise<boolean> {
  const rows = await tx`delete from release_token where id = ${id} and frontend = ${frontend} returning id`;
  return rows.length > 0;
}

const usedRow = z.object({ id: z.uuid(), frontend: z.string(), name: z.string() });
/** The token that works by its hash, marked as used; null for none. */
export async function useToken(query: Query, { tokenHash, now }: { tokenHash: string; now: Date }) {
  const rows = await query`
    update release_token set last_used_at = ${now.toISOString()}::timestamptz
    where token_hash = ${tokenHash} and expires_at > ${now.toISOString()}::timestamptz
    returning id, frontend, name`;
  return parseRows(usedRow, rows)[0] ?? null;
}

/** Ends what somebody has made who leaves the team. */
export async function deleteTokensOf(
  tx: Query,
  { frontend, accountId }: { frontend: string; accountId: string },
): Promise<void> {
  await tx`delete from release_token where frontend = ${frontend} and created_by = ${accountId}`;
}

export async function deleteExpiredTokens(query: Query, now: Date): Promise<void> {
  await query`delete from release_token where expires_at <= ${now.toISOString()}::timestamptz`;
}
