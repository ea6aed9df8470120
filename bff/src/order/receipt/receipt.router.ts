import { orderIdInput, receiptResult, verifyReceiptInput, verifyReceiptResult } from '@plaza/contracts';
import { allOf, anyone, own, ownVisit } from '../../platform/policy.ts';
import { procedure, router } from '../../platform/trpc.ts';
import { getReceipt } from './get-receipt.ts';
import { verifyReceipt } from './verify-receipt.ts';

export const receiptRouter = router({
  get: procedure(allOf(ownVisit, own('order')))
    .input(orderIdInput)
    .output(receiptResult)
    .query(({ ctx, input }) => getReceipt(ctx, input)),
  verify: procedure(anyone)
    .input(verifyReceiptInput)
    .output(verifyReceiptResult)
    .query(({ ctx, input }) => verifyReceipt(ctx.services, input)),
});
