import { z } from 'zod';
import { currencySchema } from './money.ts';

const amountsSchema = z.object({
  orders: z.int(),
  paidMinor: z.int(),
  refundedMinor: z.int(),
});

/**
 * `equal`: to the cent. `on_its_way`: the difference is what waits in the outbox. `differs`: it is something else.
 * `moving`: the day is not over.
 */
export const reconciliationStateSchema = z.enum(['equal', 'on_its_way', 'differs', 'moving']);
export type ReconciliationState = z.infer<typeof reconciliationStateSchema>;

const daySchema = z.object({
  day: z.iso.date(),
  currency: currencySchema,
  /** Orders and refunds in PostgreSQL. */
  ledger: amountsSchema.extend({
    /** What payments brought in, less what was paid late or twice and goes back. Orders of an import have none. */
    receivedMinor: z.int(),
    importedMinor: z.int(),
  }),
  /** Movements of money in ClickHouse. */
  events: amountsSchema,
  /** What dashboards of the platform add up to. */
  dashboards: amountsSchema,
  /** What waits in the outbox. */
  waiting: amountsSchema,
  state: reconciliationStateSchema,
});
export type ReconciliationDay = z.infer<typeof daySchema>;

export const reconciliationReportSchema = z.object({
  /** Newest first; days on which no money moved are left out. */
  days: z.array(daySchema),
  outbox: z.object({
    waitingFacts: z.int(),
    /** Age of the oldest that waits; null when none does. */
    oldestWaitingMs: z.number().nullable(),
  }),
  /** When the last fact happened that has arrived, and the last event of two days was taken; null without any. */
  lastFactAt: z.iso.datetime().nullable(),
  lastEventAt: z.iso.datetime().nullable(),
  /** What could not be taken and was not replayed since. */
  deadLetters: z.int(),
  asOf: z.iso.datetime(),
});
export type ReconciliationReport = z.infer<typeof reconciliationReportSchema>;
