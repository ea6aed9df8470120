import { idSchema, MAX_CART_LINES, MAX_QUANTITY, newId } from '@plaza/contracts';
import { z } from 'zod';
import { parseRows, type Query } from '../platform/query.ts';

const lockedCartSchema = z.object({ id: idSchema, buyerKey: z.string() });

/** Locks the named carts in the order of their ids. */
export async function lockCarts(query: Query, buyerKeys: readonly string[]) {
  const rows = await query`
    select id, buyer_key as "buyerKey" from cart where buyer_key = any(${[...buyerKeys]}) order by id for update`;
  return parseRows(lockedCartSchema, rows);
}

export async function ensureCart(query: Query, buyerKey: string): Promise<void> {
  await query`insert into cart (id, buyer_key) values (${newId()}, ${buyerKey}) on conflict (buyer_key) do nothing`;
}

/** Moves everything of one locked cart into another locked one, and removes the first. Quantities add up, capped. */
export async function moveCart(query: Query, input: { fromCartId: string; toCartId: string }): Promise<void> {
  const { fromCartId, toCartId } = input;
  await query`
    insert into cart_line (cart_id, variant_id, product_id, quantity, seen_price_minor, added_at)
    select ${toCartId}, moved.variant_id, moved.product_id, moved.quantity, moved.seen_price_minor, moved.added_at
    from (
      select l.*, here.variant_id is not null as is_known,
        row_number() over (partition by here.variant_id is null order by l.added_at, l.variant_id) as place
      from cart_line l
      left join cart_line here on here.cart_id = ${toCartId} and here.variant_id = l.variant_id
      where l.cart_id = ${fromCartId}
    ) moved
    where is_known or place <= ${MAX_CART_LINES} - (select count(*) from cart_line where cart_id = ${toCartId})
    on conflict (cart_id, variant_id) do update
      set quantity = least(${MAX_QUANTITY}, cart_line.quantity + excluded.quantity)`;
  await query`
    update cart set
      email = coalesce(cart.email, source.email),
      address = coalesce(cart.address, source.address),
      shipping_speeds = source.shipping_speeds || cart.shipping_speeds,
      version = cart.version + 1,
      updated_at = now()
    from cart source
    where cart.id = ${toCartId} and source.id = ${fromCartId}`;
  await query`
    update orders set cart_id = ${toCartId} where cart_id = ${fromCartId} and status = 'pending_payment'`;
  await query`delete from cart where id = ${fromCartId}`;
}
