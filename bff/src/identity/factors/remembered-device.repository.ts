import { idSchema, newId } from '@plaza/contracts';
import { z } from 'zod';
import { momentSchema, parseRows, type Query } from '../../platform/query.ts';

/** Whether a browser is remembered for an account, by the hash of its token. */
export async function isDeviceRemembered(
  query: Query,
  input: { accountId: string; tokenHash: string; now: Date },
): Promise<boolean> {
  const rows = await query`
    select 1 from remembered_device
    where token_hash = ${input.tokenHash} and account_id = ${input.accountId}
      and expires_at > ${input.now.toISOString()}::timestamptz`;
  return rows.length > 0;
}

export async function insertDevice(
  query: Query,
  input: { tokenHash: string; accountId: string; userAgent: string; now: Date; expiresAt: Date },
): Promise<void> {
  await query`
    insert into remembered_device (token_hash, public_id, account_id, user_agent, created_at, expires_at)
    values (${input.tokenHash}, ${newId()}, ${input.accountId}, ${input.userAgent},
      ${input.now.toISOString()}::timestamptz, ${input.expiresAt.toISOString()}::timestamptz)`;
}

const deviceSchema = z.object({
  found: z.object({
    id: idSchema,
    tokenHash: z.string(),
    userAgent: z.string(),
    createdAt: momentSchema,
    expiresAt: momentSchema,
  }),
});
const MAX_LISTED = 100;

/** Browsers that are remembered for an account, newest first. */
export async function listDevices(query: Query, input: { accountId: string; now: Date }) {
  const rows = await query`
    select jsonb_build_object('id', public_id, 'tokenHash', token_hash, 'userAgent', user_agent,
      'createdAt', created_at, 'expiresAt', expires_at) as found
    from remembered_device
    where account_id = ${input.accountId} and expires_at > ${input.now.toISOString()}::timestamptz
    order by created_at desc limit ${MAX_LISTED}`;
  return parseRows(deviceSchema, rows).map(({ found }) => found);
}

/** Forgets browsers of an account: one by its public id, all but the one of a token, or all. Answers how many. */
export async function deleteDevices(
  query: Query,
  input: { accountId: string; onlyId?: string; exceptTokenHash?: string },
): Promise<number> {
  const rows = await query`
    delete from remembered_device
    where account_id = ${input.accountId}
      and public_id = coalesce(${input.onlyId ?? null}::uuid, public_id)
      and token_hash is distinct from ${input.exceptTokenHash ?? null}::text
    returning 1`;
  return rows.length;
}
