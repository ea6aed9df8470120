import type { VerifyReceiptResult } from '@plaza/contracts';
import type { Services } from '../../platform/services.ts';
import { findReceiptByDigest } from './receipt.repository.ts';
import { digestOf, isSealed } from './seal-receipt.ts';

/** Whether Plaza made a receipt with this digest, and what it says that is nobody's secret. For anyone. */
export async function verifyReceipt(
  services: Services,
  { digest }: { digest: string },
): Promise<VerifyReceiptResult> {
  const receipt = await findReceiptByDigest(services.database.client, digest);
  if (!receipt) return { ok: false, code: 'unknown' };
  const isIntact = receipt.content === null || digestOf(receipt.content) === receipt.digest;
  if (!isIntact || !isSealed(receipt, services.env.RECEIPT_KEYS)) {
    // Nobody can bring this about from outside: the row was changed, or its key is gone.
    services.log.error(
      { orderId: receipt.orderId, keyId: receipt.keyId },
      'a stored receipt does not verify',
    );
    return { ok: false, code: 'unknown' };
  }
  const { orderNumber, paidAt, currency, totalMinor, refundedMinor } = receipt;
  const state =
    refundedMinor === 0 ? 'unchanged' : refundedMinor < totalMinor ? 'partly_refunded' : 'refunded';
  return { ok: true, orderNumber, paidAt: paidAt.toISOString(), currency, totalMinor, state, refundedMinor };
}
