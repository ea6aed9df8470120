import {
  currencySchema,
  dayOf,
  type Period,
  type ReconciliationDay,
  type ReconciliationReport,
  type ReconciliationState,
} from '@plaza/contracts';
import type { Sql } from 'postgres';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';
import { countDeadLetters } from '../dead-letters/list-dead-letters.ts';
import { count } from './figure-rows.ts';
import { readOutbox, readPaid, readRefunded, readWaiting } from './ledger.ts';

const amountsSchema = z.object({
  day: z.string(),
  currency: currencySchema,
  orders: count,
  paidMinor: count,
  refundedMinor: count,
});
const momentSchema = z.object({ lastMs: count });

const EVENTS = `
  SELECT toString(toDate(occurred_at)) AS day, currency, uniqExactIf(order_id, kind != 'refund') AS orders,
    sumIf(amount_minor, kind != 'refund') AS paidMinor, -sumIf(amount_minor, kind = 'refund') AS refundedMinor
  FROM sales
  WHERE occurred_at >= toDateTime64({from:Date}, 3, 'UTC') AND occurred_at < toDateTime64({to:Date} + 1, 3, 'UTC')
  GROUP BY day, currency`;

const DASHBOARDS = `
  SELECT toString(market_sales_daily.day) AS day, currency,
    uniqExactMerge(market_sales_daily.orders) AS orders,
    sum(items_minor) + sum(shipping_minor) AS paidMinor, sum(refunded_minor) AS refundedMinor
  FROM market_sales_daily
  WHERE market_sales_daily.day BETWEEN {from:Date} AND {to:Date}
  GROUP BY day, currency`;

const LAST_FACT = 'SELECT toUnixTimestamp64Milli(max(occurred_at)) AS lastMs FROM facts';
// The table of ids holds two days, so that the last one is found at once.
const LAST_EVENT = 'SELECT toUnixTimestamp(max(seen_at)) * 1000 AS lastMs FROM event_ids';

/**
 * The books of the market beside what the pipeline made of them, by day and currency. The ledger is read first, as of one
 * moment: a fact that arrives meanwhile can only be on both sides.
 */
export async function readReconciliationReport(
  { store, sql }: { store: Store; sql: Sql },
  { period, now }: { period: Period; now: Date },
): Promise<ReconciliationReport> {
  const { paid, refunded, waiting, outbox } = await sql.begin(
    'isolation level repeatable read read only',
    async (tx) => ({
      paid: await readPaid(tx, period),
      refunded: await readRefunded(tx, period),
      waiting: await readWaiting(tx, period),
      outbox: await readOutbox(tx),
    }),
  );
  const [events, dashboards, lastFactAt, lastEventAt, deadLetters] = await Promise.all([
    store.query(amountsSchema, EVENTS, period),
    store.query(amountsSchema, DASHBOARDS, period),
    readMoment(store, LAST_FACT),
    readMoment(store, LAST_EVENT),
    countDeadLetters(store).then((reasons) =>
      reasons.reduce((sum, { waitingCount }) => sum + waitingCount, 0),
    ),
  ]);
  const keys = new Set([...paid, ...refunded, ...waiting, ...events, ...dashboards].map(keyOf));
  const today = dayOf(now);
  const days = [...keys].map((key) => {
    const is = (row: { day: string; currency: string }) => keyOf(row) === key;
    const [day = '', currency = ''] = key.split(' ');
    const { receivedMinor = 0, importedMinor = 0, ...order } = paid.find(is) ?? {};
    const row = {
      day,
      currency: currencySchema.parse(currency),
      ledger: { ...amountsOf({ ...order, ...refunded.find(is) }), receivedMinor, importedMinor },
      events: amountsOf(events.find(is)),
      dashboards: amountsOf(dashboards.find(is)),
      waiting: amountsOf(waiting.find(is)),
    };
    return { ...row, state: day === today ? ('moving' as const) : stateOf(row) };
  });
  return {
    days: days.sort((a, b) => b.day.localeCompare(a.day) || a.currency.localeCompare(b.currency)),
    outbox,
    lastFactAt,
    lastEventAt,
    deadLetters,
    asOf: now.toISOString(),
  };
}

const keyOf = ({ day, currency }: { day: string; currency: string }) => `${day} ${currency}`;

interface Amounts {
  orders: number;
  paidMinor: number;
  refundedMinor: number;
}
const amountsOf = (row: Partial<Amounts> = {}): Amounts => ({
  orders: row.orders ?? 0,
  paidMinor: row.paidMinor ?? 0,
  refundedMinor: row.refundedMinor ?? 0,
});
const isEqual = (a: Amounts, b: Amounts) =>
  a.orders === b.orders && a.paidMinor === b.paidMinor && a.refundedMinor === b.refundedMinor;
const sum = (a: Amounts, b: Amounts): Amounts => ({
  orders: a.orders + b.orders,
  paidMinor: a.paidMinor + b.paidMinor,
  refundedMinor: a.refundedMinor + b.refundedMinor,
});

/** How the books of a day that is over stand to what has arrived of it. */
function stateOf({
  ledger,
  events,
  dashboards,
  waiting,
}: Omit<ReconciliationDay, 'day' | 'currency' | 'state'>): ReconciliationState {
  if (ledger.receivedMinor + ledger.importedMinor !== ledger.paidMinor) return 'differs';
  if (!isEqual(events, dashboards)) return 'differs';
  if (isEqual(ledger, events)) return 'equal';
  return isEqual(ledger, sum(events, waiting)) ? 'on_its_way' : 'differs';
}

async function readMoment(store: Store, statement: string): Promise<string | null> {
  const [row] = await store.query(momentSchema, statement);
  // The largest of nothing is the beginning of time.
  return row === undefined || row.lastMs <= 0 ? null : new Date(row.lastMs).toISOString();
}
