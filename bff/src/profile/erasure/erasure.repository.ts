import { idSchema } from '@plaza/contracts';
import { z } from 'zod';
import { momentSchema, parseRows, type Query } from '../../platform/query.ts';

/** Puts an erasure on the list; one that is there stays as it is. Answers when it is due. */
export async function insertErasure(
  query: Query,
  input: { accountId: string; buyerKey: string; now: Date; dueAt: Date },
): Promise<Date> {
  const due = input.dueAt.toISOString();
  const rows = await query`
    insert into erasure (account_id, status, buyer_key, asked_at, due_at, next_attempt_at)
    values (${input.accountId}, 'waiting', ${input.buyerKey}, ${input.now.toISOString()}::timestamptz,
      ${due}::timestamptz, ${due}::timestamptz)
    on conflict (account_id) do update set account_id = excluded.account_id
    returning to_jsonb(due_at) as "dueAt"`;
  return parseRows(z.object({ dueAt: momentSchema }), rows)[0]?.dueAt ?? input.dueAt;
}

/** When an account is to be erased; null when nobody asked for it. */
export async function findDueAt(query: Query, accountId: string): Promise<Date | null> {
  const rows = await query`
    select to_jsonb(due_at) as "dueAt" from erasure where account_id = ${accountId} and status = 'waiting'`;
  return parseRows(z.object({ dueAt: momentSchema }), rows)[0]?.dueAt ?? null;
}

/** Takes an erasure off the list while it can be undone. False when there is none. */
export async function deleteWaiting(query: Query, accountId: string): Promise<boolean> {
  const result = await query`delete from erasure where account_id = ${accountId} and status = 'waiting'`;
  return result.count > 0;
}

const claimedSchema = z.object({
  accountId: idSchema,
  status: z.enum(['waiting', 'erasing', 'sweeping']),
  buyerKey: z.string(),
});
export type ClaimedErasure = z.output<typeof claimedSchema>;

/** Takes an erasure whose time has come for one attempt; nobody else takes it until its next one is due. */
export async function claimErasure(
  query: Query,
  input: { now: Date; leaseMs: number },
): Promise<ClaimedErasure | null> {
  const rows = await query`
    update erasure set attempts = attempts + 1,
      next_attempt_at = ${new Date(input.now.getTime() + input.leaseMs).toISOString()}::timestamptz
    where account_id = (
      select account_id from erasure
      where status <> 'done' and next_attempt_at <= ${input.now.toISOString()}::timestamptz
      order by next_attempt_at limit 1 for update skip locked)
    returning account_id as "accountId", status, buyer_key as "buyerKey"`;
  return parseRows(claimedSchema, rows)[0] ?? null;
}

/** Whether it still waits, held until the transaction ends: whoever keeps their account comes before or after. */
export async function lockWaiting(query: Query, accountId: string): Promise<boolean> {
  const rows = await query`
    select from erasure where account_id = ${accountId} and status = 'waiting' for update`;
  return rows.length > 0;
}

export async function saveStep(
  query: Query,
  input: { accountId: string; status: 'erasing' | 'sweeping' | 'done'; now: Date; nextAttemptAt: Date },
): Promise<void> {
  const now = input.now.toISOString();
  await query`
    update erasure set status = ${input.status}, next_attempt_at = ${input.nextAttemptAt.toISOString()}::timestamptz,
      erased_at = coalesce(erased_at, ${now}::timestamptz),
      done_at = case when ${input.status} = 'done' then ${now}::timestamptz end
    where account_id = ${input.accountId}`;
}

export async function postpone(
  query: Query,
  input: { accountId: string; nextAttemptAt: Date },
): Promise<void> {
  await query`
    update erasure set next_attempt_at = ${input.nextAttemptAt.toISOString()}::timestamptz
    where account_id = ${input.accountId}`;
}
