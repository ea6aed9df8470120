import { type Receipt, receiptContentSchema, type receiptResult } from '@plaza/contracts';
import { paths } from '@plaza/navigation/paths';
import type { z } from 'zod';
import { listBuyerKeys } from '../../cart/public.ts';
import { type Context, notFound } from '../../platform/trpc.ts';
import { findOwnOrder } from '../order.repository.ts';
import { issueReceipt } from './issue-receipt.ts';
import { drawQr } from './qr.ts';

/**
 * The receipt of an order of the visitor's own.
 * @throws NOT_FOUND when there is no such order, it is somebody else's, or its receipt was erased
 */
export async function getReceipt(
  { services, visitor }: Pick<Context, 'services' | 'visitor'>,
  { orderId }: { orderId: string },
): Promise<z.infer<typeof receiptResult>> {
  const buyerKeys = await listBuyerKeys(visitor);
  const order = await findOwnOrder(services.database.client, { orderId, buyerKeys });
  if (!order) throw notFound('order');
  const stored = await issueReceipt(services, order);
  if (!stored) return { ok: false, code: 'not_paid' };
  if (!stored.content) throw notFound('receipt');
  const { digest, keyId, signature, refundedMinor } = stored;
  const content = receiptContentSchema.parse(JSON.parse(stored.content));
  const verifyUrl = new URL(paths.verifyReceipt({ digest }), services.env.PUBLIC_URL).href;
  const receipt: Receipt = {
    content,
    digest,
    keyId,
    signature,
    verifyUrl,
    qr: drawQr(verifyUrl),
    refundedMinor,
  };
  return { ok: true, receipt };
}
