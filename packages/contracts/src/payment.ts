import { z } from 'zod';
import { orderStatusSchema } from './order.ts';

/** Starting a payment answers with the hosted page to go to. */
export const startPaymentResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), redirectUrl: z.url() }),
  z.object({
    ok: z.literal(false),
    code: z.enum(['already_paid', 'order_expired', 'order_cancelled', 'provider_unavailable']),
    message: z.string(),
  }),
]);

/** What the buyer's return from the hosted page found, after asking the provider when the webhook is late. */
export const settlePaymentResult = z.object({
  status: orderStatusSchema,
  paymentFailure: z.string().nullable(),
});
