import { type ErasureObstacle, erasureObstacleSchema } from '@plaza/contracts';
import { z } from 'zod';
import { parseRows, type Query } from '../../platform/query.ts';
import { isOrderOf, type Person } from '../person.ts';

/** A parcel that left so long ago is taken for delivered, though nobody said so. */
const SHIPPED_DAYS = 30;
const MAX_NAMED = 5;

/** What has to come to its end before an account can be erased; empty when nothing stands in the way. */
export async function findObstacles(query: Query, person: Person, now: Date): Promise<ErasureObstacle[]> {
  const shippedAfter = new Date(now.getTime() - SHIPPED_DAYS * 86_400_000).toISOString();
  const isUnderWay = query`
    (so.status in ('pending_payment', 'paid') or so.status = 'shipped' and so.updated_at > ${shippedAfter}::timestamptz)`;
  const rows = await query`
    select obstacle from (
      select jsonb_build_object('code', 'orders_under_way', 'orderNumbers', jsonb_agg(number)) as obstacle,
        count(*) as count
      from (
        select o.number from orders o
        where ${isOrderOf(query, person)}
          and exists (select from seller_order so where so.order_id = o.id and ${isUnderWay})
        order by o.id limit ${MAX_NAMED}
      ) as orders_under_way
      union all
      select jsonb_build_object('code', 'refunds_under_way', 'count', count(*)::int), count(*)
      from orders o join refund r on r.order_id = o.id
      where ${isOrderOf(query, person)} and r.status = 'requested'
      union all
      select jsonb_build_object('code', 'shop_open', 'shop', s.name, 'listingCount', count(*)::int), count(*)
      from seller s join product p on p.seller_id = s.id
      where s.owner_account_id = ${person.accountId} and p.status = 'published' group by s.id
      union all
      select jsonb_build_object('code', 'shop_orders', 'shop', s.name, 'orderCount', count(*)::int), count(*)
      from seller s join seller_order so on so.seller_id = s.id
      where s.owner_account_id = ${person.accountId} and ${isUnderWay} group by s.id
      union all
      select jsonb_build_object('code', 'last_admin'),
        (bool_or(id = ${person.accountId}) and count(*) = 1)::int
      from account where roles @> '{admin}' and status = 'active'
    ) as found
    where count > 0`;
  return parseRows(z.object({ obstacle: erasureObstacleSchema }), rows).map(({ obstacle }) => obstacle);
}
