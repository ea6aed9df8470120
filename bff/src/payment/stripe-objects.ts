import { idSchema } from '@plaza/contracts';
import { z } from 'zod';

/** What Plaza reads of the provider's objects, in events as in answers. */

const metadataSchema = z.object({ orderId: idSchema.optional().catch(undefined) }).nullish();
const lastErrorSchema = z.object({ message: z.string().optional() }).nullish();

export const intentSchema = z
  .object({ id: z.string(), metadata: metadataSchema, last_payment_error: lastErrorSchema })
  .transform(({ id, metadata, last_payment_error }) => ({
    intentId: id,
    orderId: metadata?.orderId ?? null,
    failure: last_payment_error ? (last_payment_error.message ?? 'The payment did not succeed.') : null,
  }));

/** A checkout session. `orderId` is null for one that Plaza did not make. */
export const sessionSchema = z
  .object({
    id: z.string(),
    status: z.enum(['open', 'complete', 'expired']).nullable(),
    payment_status: z.string(),
    amount_total: z.int().nullable(),
    currency: z.string().nullable(),
    metadata: metadataSchema,
    payment_intent: z
      .union([z.string().transform((id) => ({ intentId: id, failure: null })), intentSchema])
      .nullish(),
  })
  .transform((session) => ({
    sessionId: session.id,
    orderId: session.metadata?.orderId ?? null,
    isPaid: session.payment_status === 'paid',
    isExpired: session.status === 'expired',
    amountMinor: session.amount_total ?? 0,
    currency: (session.currency ?? '').toUpperCase(),
    intentId: session.payment_intent?.intentId ?? null,
    failure: session.payment_intent?.failure ?? null,
  }));
export type Session = z.output<typeof sessionSchema>;

export const eventSchema = z.object({ data: z.object({ object: z.unknown() }) });
