import { orderIdInput, settlePaymentResult, startPaymentResult } from '@plaza/contracts';
import { allOf, own, ownVisit, payer } from '../platform/policy.ts';
import { procedure, router } from '../platform/trpc.ts';
import { settlePayment } from './settle-payment.ts';
import { startPayment } from './start-payment.ts';

export const paymentRouter = router({
  /** Opens the hosted page for an unpaid order; an open one is used again. */
  start: procedure(allOf(payer, own('order')))
    .input(orderIdInput)
    .output(startPaymentResult)
    .mutation(({ ctx, input }) => startPayment(ctx, input)),
  /** On return from the hosted page: asks the provider, in case its webhook is late. */
  settle: procedure(allOf(ownVisit, own('order')))
    .input(orderIdInput)
    .output(settlePaymentResult)
    .mutation(({ ctx, input }) => settlePayment(ctx, input)),
});
