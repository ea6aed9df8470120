import type { Sql, TransactionSql } from 'postgres';
import { z } from 'zod';

/** The reader whose place in the outbox this is. */
const CONSUMER = 'clickhouse';

/** A place in the outbox: rows are ordered by transaction, then by id. */
const placeSchema = z.object({ tx: z.string(), id: z.uuid() });
type OutboxPlace = z.infer<typeof placeSchema>;

/** A range of the outbox, fixed before its delivery begins, so that every attempt delivers exactly the same rows. */
const planSchema = z.object({ after: placeSchema.nullable(), upTo: placeSchema, rowCount: z.int().min(1) });
export type OutboxPlan = z.infer<typeof planSchema>;

export interface OutboxRow {
  id: string;
  aggregateId: string;
  type: string;
  version: number;
  payload: unknown;
  occurredAt: string;
}

const rowSchema = z
  .object({
    id: z.string(),
    aggregate_id: z.string(),
    type: z.string(),
    version: z.int(),
    payload: z.unknown(),
    occurred_at: z.date(),
  })
  .transform(
    (row): OutboxRow => ({
      id: row.id,
      aggregateId: row.aggregate_id,
      type: row.type,
      version: row.version,
      payload: row.payload,
      occurredAt: row.occurred_at.toISOString(),
    }),
  );

const BEFORE_EVERYTHING: OutboxPlace = { tx: '0', id: '00000000-0000-0000-0000-000000000000' };

/**
 * The batch to deliver now: the one that was begun and not finished, or else the next rows, noted down as begun.
 * Takes only rows of transactions older than every running one: nothing can appear before or among them later.
 * @returns null when nothing waits
 */
export async function planBatch(sql: Sql, maxRows: number): Promise<OutboxPlan | null> {
  return sql.begin(async (tx) => {
    const reader = await readPlace(tx);
    if (reader.pending !== null) return reader.pending;
    const after = reader.last ?? BEFORE_EVERYTHING;
    const rows = await tx`
      select tx::text as tx, id from outbox
      where (tx, id) > (${after.tx}::text::xid8, ${after.id}::uuid)
        and tx < pg_snapshot_xmin(pg_current_snapshot())
      order by outbox.tx, id
      limit ${maxRows}`;
    const last = rows.at(-1);
    if (last === undefined) return null;
    const plan: OutboxPlan = { after: reader.last, upTo: placeSchema.parse(last), rowCount: rows.length };
    await tx`update outbox_reader set pending = ${tx.json(plan)} where consumer = ${CONSUMER}`;
    return plan;
  });
}

/** Whether a batch was begun and is not finished, by whichever process. */
export async function hasPendingBatch(sql: Sql): Promise<boolean> {
  const rows = await sql`select from outbox_reader where consumer = ${CONSUMER} and pending is not null`;
  return rows.length > 0;
}

/** The rows of a plan, in order. @throws when they are not the ones that were planned */
export async function readBatch(sql: Sql, plan: OutboxPlan): Promise<OutboxRow[]> {
  const after = plan.after ?? BEFORE_EVERYTHING;
  const rows = await sql`
    select id, aggregate_id, type, version, payload, occurred_at from outbox
    where (tx, id) > (${after.tx}::text::xid8, ${after.id}::uuid)
      and (tx, id) <= (${plan.upTo.tx}::text::xid8, ${plan.upTo.id}::uuid)
    order by outbox.tx, id`;
  if (rows.length !== plan.rowCount) {
    throw new Error(`The outbox has ${rows.length} rows where ${plan.rowCount} were planned.`);
  }
  return rows.map((row) => rowSchema.parse(row));
}

/** Notes a plan down as delivered. Does nothing when it is not the pending one any more. */
export async function advance(sql: Sql, plan: OutboxPlan): Promise<void> {
  await sql`
    update outbox_reader
    set last_tx = ${plan.upTo.tx}::text::xid8, last_id = ${plan.upTo.id}::uuid, pending = null
    where consumer = ${CONSUMER} and pending = ${sql.json(plan)}`;
}

async function readPlace(
  tx: TransactionSql,
): Promise<{ last: OutboxPlace | null; pending: OutboxPlan | null }> {
  await tx`insert into outbox_reader (consumer) values (${CONSUMER}) on conflict (consumer) do nothing`;
  const [row] = await tx`
    select last_tx::text as tx, last_id as id, pending from outbox_reader
    where consumer = ${CONSUMER} for update`;
  const last = placeSchema.safeParse(row);
  return {
    last: last.success ? last.data : null,
    pending: planSchema.nullable().parse(row?.pending ?? null),
  };
}

/**
 * Deletes delivered rows older than the bound, a few at a time. Rows that any reader has not passed stay.
 * @returns how many were deleted
 */
export async function deleteDelivered(sql: Sql, olderThan: Date, maxRows: number): Promise<number> {
  const result = await sql`
    delete from outbox where id in (
      select o.id from outbox o
      where o.occurred_at < ${olderThan}
        and not exists (
          select from outbox_reader r
          where r.last_tx is null or (o.tx, o.id) > (r.last_tx, r.last_id))
      order by o.tx, o.id
      limit ${maxRows})`;
  return result.count;
}

/** Age of the oldest row that waits for delivery, in milliseconds; 0 when none does. */
export async function measureLag(sql: Sql): Promise<number> {
  const [row] = await sql`
    select greatest(0, extract(epoch from now() - o.occurred_at) * 1000)::float8 as lag_ms
    from outbox o
    left join outbox_reader r on r.consumer = ${CONSUMER}
    where r.last_tx is null or (o.tx, o.id) > (r.last_tx, r.last_id)
    order by o.tx, o.id
    limit 1`;
  return z.object({ lag_ms: z.number() }).nullish().parse(row)?.lag_ms ?? 0;
}
