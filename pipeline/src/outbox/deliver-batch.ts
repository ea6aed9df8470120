import { type SalesEvent, salesEventSchema } from '@plaza/events';
import { traceDelivery } from '@plaza/tracing/facts';
import type { Store } from '../clickhouse/store.ts';
import { DEAD_LETTER_COLUMNS, toDeadLetter } from '../steps/letter.ts';
import type { OutboxPlan, OutboxRow } from './outbox-batch.ts';
import { SALES_COLUMNS, toSalesRows, writeSalesRow } from './sales-rows.ts';

const FACT_COLUMNS = ['id', 'type', 'version', 'occurred_at', 'aggregate_id', 'payload'] as const;

/**
 * Brings a planned batch to ClickHouse: every fact as it is, money as rows of `sales`, what is no fact as dead letters.
 * The tokens follow from the plan, so that a repetition after any failure changes nothing.
 * @throws when it is not certain that everything is there
 */
export async function deliverBatch(
  store: Store,
  plan: OutboxPlan,
  rows: readonly OutboxRow[],
): Promise<void> {
  const facts: SalesEvent[] = [];
  const deadLetters: string[] = [];
  for (const row of rows) {
    const parsed = salesEventSchema.safeParse(row);
    if (parsed.success) facts.push(parsed.data);
    else deadLetters.push(deadLetterFor(row, parsed.error.issues[0]?.message ?? 'unknown'));
  }
  const token = (table: string) => `outbox:${plan.upTo.tx}:${plan.upTo.id}:${plan.rowCount}:${table}`;
  await insertFacts(store, facts, token);
  traceDelivery(facts);
  await store.insert({
    table: 'dead_letters',
    columns: DEAD_LETTER_COLUMNS,
    rows: deadLetters,
    token: token('dead_letters'),
  });
}

/**
 * Writes facts as they are, and the money in them as rows of `sales`.
 * @param token for each table, the same for every attempt to bring these facts
 */
export async function insertFacts(
  store: Store,
  facts: readonly SalesEvent[],
  token: (table: string) => string,
): Promise<void> {
  // One after the other: after a failure nothing is still on its way when the next attempt begins.
  const sales = facts.flatMap(toSalesRows).map(writeSalesRow);
  await store.insert({ table: 'sales', columns: SALES_COLUMNS, rows: sales, token: token('sales') });
  const written = facts.map(writeFact);
  await store.insert({ table: 'facts', columns: FACT_COLUMNS, rows: written, token: token('facts') });
}

function writeFact(fact: SalesEvent): string {
  const occurredAtMs = Date.parse(fact.occurredAt);
  const payload = JSON.stringify(fact.payload);
  return JSON.stringify([fact.id, fact.type, fact.version, occurredAtMs, fact.aggregateId, payload]);
}

function deadLetterFor(row: OutboxRow, detail: string): string {
  return toDeadLetter({
    source: 'outbox',
    reason: 'fact_invalid',
    detail: `${row.type} version ${row.version}: ${detail}`,
    payload: JSON.stringify(row),
    // The row's own time and not ours, so that a repetition writes the same.
    receivedAtMs: Date.parse(row.occurredAt),
  }).row;
}
