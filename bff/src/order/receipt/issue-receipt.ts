import type { Services } from '../../platform/services.ts';
import type { OrderRecord } from '../order-record.ts';
import { findReceiptOfOrder, insertReceipt, type StoredReceipt } from './receipt.repository.ts';
import { toReceiptContent } from './receipt-content.ts';
import { sealReceipt } from './seal-receipt.ts';

/**
 * The receipt of an order; made when it is first asked for, which is when its confirmation is written, and the same ever
 * after. Null for an order that nobody has paid.
 */
export async function issueReceipt(services: Services, order: OrderRecord): Promise<StoredReceipt | null> {
  const { client } = services.database;
  const known = await findReceiptOfOrder(client, order.id);
  if (known) return known;
  const content = toReceiptContent(order);
  if (!content) return null;
  await insertReceipt(client, content, sealReceipt(content, services.env.RECEIPT_KEYS));
  // Another process may have been first: what is stored is the receipt.
  return findReceiptOfOrder(client, order.id);
}
