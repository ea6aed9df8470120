import { idSchema, newId } from '@plaza/contracts';
import { noteFacts } from '@plaza/tracing/facts';
import { z } from 'zod';
import { encodeMail } from '../notification/public.ts';
import { orderConfirmation } from '../order/public.ts';
import { createQueryBatcher } from '../platform/batch.ts';
import { parseRows, type Query, toJson } from '../platform/query.ts';
import type { ReceivedEvent } from './stripe-event.repository.ts';
import type { Session } from './stripe-objects.ts';

/** A paid session of an order of ours, with the event that told of it. */
export interface Payment {
  event: ReceivedEvent;
  session: Session & { orderId: string };
  now: Date;
}

const outcomeSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('paid'), productIds: z.array(idSchema) }),
  /** The event has been handled before. */
  z.object({ outcome: z.literal('repeated') }),
  /** Nothing was changed: see `record-payment.ts`. */
  z.object({ outcome: z.literal('not_ordinary') }),
]);
export type PayOutcome = z.output<typeof outcomeSchema>;
const answerSchema = z.object({ outcomes: z.array(outcomeSchema) });

const BATCH_SIZE = 32;
const MAX_WAITING = 5_000;
/** A payment with the id of the fact that it becomes. */
type NotedPayment = Payment & { factId: string };

/**
 * Notes a payment that is as it should be: an unpaid order, exactly what is due, told of for the first time. Payments that
 * come at the same time share a transaction (see `pay_orders` in `migrations`), each with its own outcome.
 */
export function payOrdinary(query: Query, payment: Payment): Promise<PayOutcome> {
  const factId = newId();
  noteFacts([{ id: factId, type: 'order.paid' }]);
  return payTogether(query, { ...payment, factId });
}

const payTogether = createQueryBatcher(payBatch, {
  maxSize: BATCH_SIZE,
  maxWaiting: MAX_WAITING,
  keyOf: ({ session }) => session.orderId,
});

async function payBatch(query: Query, batch: readonly NotedPayment[]): Promise<PayOutcome[]> {
  const paid = batch.map(({ event, session, now, factId }) => {
    const { orderId, sessionId, intentId, amountMinor, currency } = session;
    const mail = encodeMail(orderConfirmation, { data: { orderId }, dedupeKey: orderId, now });
    return {
      paymentId: newId(),
      factId,
      mail,
      event,
      orderId,
      sessionId,
      intentId,
      amountMinor,
      currency,
      at: now.toISOString(),
    };
  });
  const rows = await query`select pay_orders(${toJson(paid)}::jsonb) as outcomes`;
  return parseRows(answerSchema, rows)[0]?.outcomes ?? [];
}
