import { addressSchema, currencySchema, idSchema, type SellerOrderStatus } from '@plaza/contracts';
import { z } from 'zod';
import { sellerOrderJson, sellerOrderRecordSchema } from '../order/public.ts';
import { momentSchema, parseRows, type Query } from '../platform/query.ts';

const recordSchema = sellerOrderRecordSchema.extend({
  orderId: idSchema,
  placedAt: momentSchema,
  currency: currencySchema,
  address: addressSchema,
  email: z.string(),
});
export type SellerOrderForSellerRecord = z.infer<typeof recordSchema>;
const foundSchema = z.object({ found: recordSchema });

/** A seller order with what its seller needs to ship it; needs `so`, `s` and `o` in scope. */
const forSellerJson = (query: Query) => query`
  ${sellerOrderJson(query)} || jsonb_build_object('orderId', o.id, 'placedAt', so.placed_at, 'currency', o.currency,
    'address', o.address, 'email', o.email)`;

/** A seller order of this seller; null when it is not there, not paid yet, or somebody else's. */
export async function findSellerOrder(
  query: Query,
  input: { sellerId: string; sellerOrderId: string },
): Promise<SellerOrderForSellerRecord | null> {
  const rows = await query`
    select ${forSellerJson(query)} as found
    from seller_order so join seller s on s.id = so.seller_id join orders o on o.id = so.order_id
    where so.id = ${input.sellerOrderId} and so.seller_id = ${input.sellerId} and o.paid_at is not null`;
  return parseRows(foundSchema, rows)[0]?.found ?? null;
}

/** What was sold by this seller, newest first. Orders that were never paid are none of a seller's business. */
export async function listSold(
  query: Query,
  input: { sellerId: string; status: SellerOrderStatus | undefined; offset: number; limit: number },
): Promise<{ items: SellerOrderForSellerRecord[]; total: number }> {
  const status = input.status ?? null;
  const [rows, counts] = await Promise.all([
    query`
      select ${forSellerJson(query)} as found
      from (
        select so.* from seller_order so join orders o on o.id = so.order_id
        where so.seller_id = ${input.sellerId} and o.paid_at is not null
          and (${status}::text is null or so.status = ${status})
        order by so.placed_at desc, so.id desc limit ${input.limit} offset ${input.offset}
      ) so
      join seller s on s.id = so.seller_id join orders o on o.id = so.order_id
      order by so.placed_at desc, so.id desc`,
    query`
      select count(*)::int as total from seller_order so join orders o on o.id = so.order_id
      where so.seller_id = ${input.sellerId} and o.paid_at is not null
        and (${status}::text is null or so.status = ${status})`,
  ]);
  const total = parseRows(z.object({ total: z.int() }), counts)[0]?.total ?? 0;
  return { items: parseRows(foundSchema, rows).map((row) => row.found), total };
}
