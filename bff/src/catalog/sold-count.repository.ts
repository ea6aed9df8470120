import type { Query } from '../platform/query.ts';

/** Counts the units of each product that were paid for and not cancelled; answers how many counts have changed. */
export async function writeSoldCounts(query: Query): Promise<number> {
  const result = await query`
    update product p set sold_count = sold.units
    from (
      select l.product_id, sum(l.quantity)::int as units
      from order_line l
      join seller_order o on o.id = l.seller_order_id
      where o.status in ('paid', 'shipped', 'delivered')
      group by l.product_id
    ) sold
    where sold.product_id = p.id and sold.units <> p.sold_count`;
  return result.count;
}
