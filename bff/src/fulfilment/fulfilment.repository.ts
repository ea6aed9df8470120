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

interface SoldFilter {
  sellerId: string;
  status?: SellerOrderStatus | undefined;
  /** Days of the payment (UTC), both inclusive. */
  from?: string | undefined;
  to?: string | undefined;
  productId?: string | undefined;
}

/** Needs `so` and `o` in scope. Orders that were never paid are none of a seller's business. */
const isSold = (query: Query, { sellerId, status, from, to, productId }: SoldFilter) => query`
  so.seller_id = ${sellerId} and o.paid_at is not null
  and (${status ?? null}::text is null or so.status = ${status ?? null})
  and (${from ?? null}::date is null or o.paid_at >= ${from ?? null}::date::timestamp at time zone 'UTC')
  and (${to ?? null}::date is null or o.paid_at < (${to ?? null}::date + 1)::timestamp at time zone 'UTC')
  and (${productId ?? null}::uuid is null or exists (
    select from order_line l where l.seller_order_id = so.id and l.product_id = ${productId ?? null}))`;

/** What was sold by this seller, newest first. */
export async function listSold(
  query: Query,
  { offset, limit, ...filter }: SoldFilter & { offset: number; limit: number },
): Promise<{ items: SellerOrderForSellerRecord[]; total: number }> {
  const [rows, counts] = await Promise.all([
    query`
      select ${forSellerJson(query)} as found
      from (
        select so.* from seller_order so join orders o on o.id = so.order_id
        where ${isSold(query, filter)}
        order by so.placed_at desc, so.id desc limit ${limit} offset ${offset}
      ) so
      join seller s on s.id = so.seller_id join orders o on o.id = so.order_id
      order by so.placed_at desc, so.id desc`,
    query`
      select count(*)::int as total from seller_order so join orders o on o.id = so.order_id
      where ${isSold(query, filter)}`,
  ]);
  const total = parseRows(z.object({ total: z.int() }), counts)[0]?.total ?? 0;
  return { items: parseRows(foundSchema, rows).map((row) => row.found), total };
}
