import { sql } from 'drizzle-orm';
import {
  bigint,
  char,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { orderTable } from '../order/order.table.ts';

/** An attempt to pay an order: one hosted session at the provider. */
export const paymentTable = pgTable(
  'payment',
  {
    id: uuid().primaryKey(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => orderTable.id),
    /** Grows by one with every session of the same order; part of the provider's idempotency key. */
    attempt: integer().notNull(),
    sessionId: text('session_id').unique(),
    intentId: text('intent_id'),
    redirectUrl: text('redirect_url'),
    status: text({ enum: ['open', 'succeeded', 'expired'] }).notNull(),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    currency: char({ length: 3 }).notNull(),
    failureMessage: text('failure_message'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    uniqueIndex('payment_attempt_idx').on(t.orderId, t.attempt),
    // One hosted page at a time for an order.
    uniqueIndex('payment_open_idx').on(t.orderId).where(sql`status = 'open'`),
    index('payment_intent_idx').on(t.intentId),
  ],
);

/** Money to give back. Written with the cancellation, carried out at the provider by a worker, once. */
export const refundTable = pgTable(
  'refund',
  {
    id: uuid().primaryKey(),
    orderId: uuid('order_id').notNull(),
    sellerOrderId: uuid('seller_order_id'),
    sellerId: uuid('seller_id'),
    paymentId: uuid('payment_id').notNull(),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    currency: char({ length: 3 }).notNull(),
    reason: text({ enum: ['cancelled', 'paid_too_late', 'paid_twice'] }).notNull(),
    status: text({ enum: ['requested', 'succeeded'] }).notNull(),
    providerRefundId: text('provider_refund_id'),
    /** When the provider gave it back, as the fact of it says. */
    refundedAt: timestamp('refunded_at', { withTimezone: true }),
    attempts: integer().notNull().default(0),
    nextAttemptAt: timestamp('next_attempt_at', { withTimezone: true }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    index('refund_due_idx').on(t.nextAttemptAt).where(sql`status = 'requested'`),
    index('refund_order_idx').on(t.orderId),
    // For the books of a day.
    index('refund_refunded_idx').on(t.refundedAt).where(sql`refunded_at is not null`),
  ],
);

/** The inbox of the provider's webhooks: stored with their effect, or to be tried again; once by event id. */
export const stripeEventTable = pgTable(
  'stripe_event',
  {
    id: text().primaryKey(),
    type: text().notNull(),
    payload: jsonb().notNull(),
    receivedAt: timestamp('received_at', { withTimezone: true }).notNull().defaultNow(),
    handledAt: timestamp('handled_at', { withTimezone: true }),
    attempts: integer().notNull().default(0),
    lastError: text('last_error'),
  },
  (t) => [
    index('stripe_event_unhandled_idx').on(t.receivedAt).where(sql`handled_at is null`),
    index('stripe_event_order_idx').on(sql`(payload #>> '{data,object,metadata,orderId}')`),
  ],
);
