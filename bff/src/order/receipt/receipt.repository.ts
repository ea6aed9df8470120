import { currencySchema, idSchema, type ReceiptContent } from '@plaza/contracts';
import { z } from 'zod';
import { toCanonicalJson } from '../../platform/canonical-json.ts';
import { momentSchema, parseRows, type Query } from '../../platform/query.ts';
import type { Seal } from './seal-receipt.ts';

const storedSchema = z.object({
  orderId: idSchema,
  digest: z.string(),
  keyId: z.string(),
  signature: z.string(),
  orderNumber: z.string(),
  paidAt: momentSchema,
  currency: currencySchema,
  totalMinor: z.int(),
  refundedMinor: z.int(),
  /** Canonical JSON, the very bytes of the digest. */
  content: z.string().nullable(),
});
export type StoredReceipt = z.infer<typeof storedSchema>;

const foundSchema = z.object({ found: storedSchema });

const receiptJson = (query: Query) => query`
  jsonb_build_object('orderId', r.order_id, 'digest', r.digest, 'keyId', r.key_id, 'signature', r.signature,
    'orderNumber', r.order_number, 'paidAt', r.paid_at, 'currency', r.currency, 'totalMinor', r.total_minor,
    'refundedMinor', o.refunded_minor, 'content', r.content)`;

export async function findReceiptOfOrder(query: Query, orderId: string): Promise<StoredReceipt | null> {
  const rows = await query`
    select ${receiptJson(query)} as found from receipt r join orders o on o.id = r.order_id
    where r.order_id = ${orderId}`;
  return parseRows(foundSchema, rows)[0]?.found ?? null;
}

export async function findReceiptByDigest(query: Query, digest: string): Promise<StoredReceipt | null> {
  const rows = await query`
    select ${receiptJson(query)} as found from receipt r join orders o on o.id = r.order_id
    where r.digest = ${digest}`;
  return parseRows(foundSchema, rows)[0]?.found ?? null;
}

/** Keeps the receipt of an order unless it has one. */
export async function insertReceipt(query: Query, content: ReceiptContent, seal: Seal): Promise<void> {
  await query`
    insert into receipt (order_id, digest, key_id, signature, order_number, paid_at, currency, total_minor, content)
    values (${content.orderId}, ${seal.digest}, ${seal.keyId}, ${seal.signature}, ${content.orderNumber},
      ${content.paidAt}::timestamptz, ${content.currency}, ${content.totalMinor}, ${toCanonicalJson(content)})
    on conflict (order_id) do nothing`;
}
