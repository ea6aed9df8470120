import { createSalesEvent } from '@plaza/events';
import { addRefunded, announce } from '../order/public.ts';
import { appendFacts } from '../platform/outbox.ts';
import type { Services } from '../platform/services.ts';
import { refundAtProvider } from './provider.ts';
import { claimDueRefunds, type DueRefund, saveRefunded } from './refund.repository.ts';

const BATCH_SIZE = 20;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 60 * 60_000;

/** Carries out refunds that were asked for, each once; one that fails is tried again after a pause that doubles. */
export async function carryOutRefunds(services: Services, signal?: AbortSignal): Promise<void> {
  const due = await claimDueRefunds(services.database.client, {
    now: services.clock.now(),
    limit: BATCH_SIZE,
    firstPauseMs: FIRST_PAUSE_MS,
    longestPauseMs: LONGEST_PAUSE_MS,
  });
  for (const refund of due) {
    if (signal?.aborted) return;
    try {
      await carryOut(services, refund);
    } catch (error) {
      services.log.error(
        { err: error, refundId: refund.id, attempts: refund.attempts },
        'a refund has to wait',
      );
    }
  }
}

async function carryOut(services: Services, refund: DueRefund): Promise<void> {
  if (refund.intentId === null) throw new Error('The payment to refund has no intent.');
  const { providerRefundId } = await refundAtProvider(services, {
    refundId: refund.id,
    orderId: refund.orderId,
    intentId: refund.intentId,
    amountMinor: refund.amountMinor,
    isRepeated: refund.attempts > 1,
  });
  const now = services.clock.now();
  await services.database.client.begin(async (query) => {
    const isFirst = await saveRefunded(query, { refundId: refund.id, providerRefundId, now });
    const { sellerOrderId, sellerId, orderId, amountMinor, currency } = refund;
    // Money that never paid for anything was never anybody's revenue, so there is nothing to tell.
    if (!isFirst || sellerOrderId === null || sellerId === null) return;
    await addRefunded(query, { orderId, amountMinor });
    const payload = { orderId, sellerOrderId, sellerId, currency, amountMinor };
    await appendFacts(query, [
      createSalesEvent('payment.refunded', { aggregateId: sellerOrderId, occurredAt: now, payload }),
    ]);
  });
  announce(services, { orderIds: [refund.orderId] });
}
