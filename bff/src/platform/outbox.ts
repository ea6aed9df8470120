import { type SalesEvent, salesEventSchema } from '@plaza/events';
import { noteFacts } from '@plaza/tracing/facts';
import type { Sql } from './db.ts';
import { outboxTable } from './outbox.table.ts';
import { type Query, toJson } from './query.ts';

/**
 * Writes facts for the pipeline in the transaction that makes them true.
 * @throws when a fact does not fit its published shape: a bug of the caller, and the transaction must not commit
 */
export async function appendToOutbox(sql: Sql, facts: readonly SalesEvent[]): Promise<void> {
  if (facts.length === 0) return;
  noteFacts(facts);
  const rows = facts.map((fact) => {
    const { id, aggregateId, type, version, payload, occurredAt } = salesEventSchema.parse(fact);
    return { id, aggregateId, type, version, payload, occurredAt: new Date(occurredAt) };
  });
  await sql.insert(outboxTable).values(rows);
}

/** As `appendToOutbox`, in a transaction of the driver itself. */
export async function appendFacts(query: Query, facts: readonly SalesEvent[]): Promise<void> {
  if (facts.length === 0) return;
  noteFacts(facts);
  const rows = facts.map((fact) => salesEventSchema.parse(fact));
  await query`
    insert into outbox (id, aggregate_id, type, version, payload, occurred_at)
    select f.id, f."aggregateId", f.type, f.version, f.payload, f."occurredAt"
    from jsonb_to_recordset(${toJson(rows)}::jsonb) as f (id uuid, "aggregateId" text, type text, version int,
      payload jsonb, "occurredAt" timestamptz)`;
}
