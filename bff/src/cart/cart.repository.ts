import { type Address, MAX_CART_LINES, MAX_QUANTITY, newId, type ShippingSpeed } from '@plaza/contracts';
import { z } from 'zod';
import { createQueryBatcher } from '../platform/batch.ts';
import { parseRows, type Query, toJson } from '../platform/query.ts';
import { type CartRecord, cartRecordSchema } from './cart-record.ts';

const MAX_CARTS_AT_ONCE = 32;
const MAX_CARTS_WAITING = 5_000;

/*
 * Every change locks the cart's row first and makes its version grow, in one statement: changes from several tabs
 * follow each other and none is lost, and an order is placed only for the version that was read.
 */

/**
 * Lets a change of a cart be confirmed before it is on the disk: a crash of the database may cost the last half second
 * of changes, and a cart's change costs half as much. An order's commit writes out everything before it.
 */
const withoutWaitingForDisk = (query: Query) => query`set_config('synchronous_commit', 'off', true)`;

/** Units of a variant that the unpaid order of a cart holds; needs `c` (cart) and the variant's column in scope. */
const heldByOwnOrder = (query: Query, variantId: ReturnType<Query>) => query`
  coalesce((
    select sum(ol.quantity)::int
    from orders o
    join seller_order so on so.order_id = o.id and so.status = 'pending_payment'
    join order_line ol on ol.seller_order_id = so.id and ol.variant_id = ${variantId}
    where o.cart_id = c.id and o.status = 'pending_payment'
  ), 0)`;

const foundSchema = cartRecordSchema.extend({ buyerKey: z.string() });

/**
 * The buyer's cart with its products as they are now, or null when there never was one. Carts that are wanted at the same
 * time are read together: alone, one takes the database three times and the driver four times as long as among sixteen.
 */
export const readCart = createQueryBatcher<string, CartRecord | null>(
  async (query, buyerKeys) => {
    const rows = await readCarts(query, buyerKeys);
    const carts = new Map(parseRows(foundSchema, rows).map((cart) => [cart.buyerKey, cart]));
    return buyerKeys.map((buyerKey) => carts.get(buyerKey) ?? null);
  },
  { maxSize: MAX_CARTS_AT_ONCE, maxWaiting: MAX_CARTS_WAITING, keyOf: (buyerKey) => buyerKey },
);

/** The keys come as JSON because for an array, whose length it looks at, PostgreSQL would plan anew each time. */
const readCarts = (query: Query, buyerKeys: readonly string[]) => query`
    select c.buyer_key as "buyerKey", c.id, c.version, c.email, c.address, c.shipping_speeds as "shippingSpeeds",
      lines.found as lines
    from jsonb_array_elements_text(${toJson(buyerKeys)}::jsonb) as wanted (buyer_key)
    join cart c using (buyer_key)
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object(
        'variantId', l.variant_id,
        'quantity', l.quantity,
        'seenPriceMinor', l.seen_price_minor,
        'productId', p.id,
        'productSlug', p.slug,
        'title', p.title,
        'picture', (
          select jsonb_build_object('url', pic.url, 'alt', pic.alt, 'width', pic.width, 'height', pic.height)
          from picture pic where pic.product_id = p.id order by pic.position limit 1
        ),
        'seller', jsonb_build_object('id', s.id, 'slug', s.slug, 'name', s.name, 'country', s.country),
        'isPublished', p.status = 'published',
        'variant', case when v.id is not null then
          jsonb_build_object('optionValues', v.option_values, 'priceMinor', v.price_minor) end,
        'availableQuantity',
          coalesce(k.on_hand - k.reserved, 0) + ${heldByOwnOrder(query, query`l.variant_id`)}
      ) order by l.added_at, l.variant_id), '[]'::jsonb) as found
      from cart_line l
      join product p on p.id = l.product_id
      join seller s on s.id = p.seller_id
      left join variant v on v.id = l.variant_id
      left join stock k on k.variant_id = l.variant_id
      where l.cart_id = c.id
    ) lines`;

const lineChangeSchema = z.object({
  /** Null when there is no such thing to buy (adding) or no such line (changing). */
  availableQuantity: z.int().nullable(),
  isChanged: z.boolean(),
});
export type LineChange = z.infer<typeof lineChangeSchema>;

/** Adds units of a published variant, making the cart when there is none. Changes nothing beyond stock or bounds. */
export async function addLine(
  query: Query,
  input: { buyerKey: string; variantId: string; quantity: number },
): Promise<LineChange> {
  const rows = await query`
    with item as (
      select v.id, v.product_id, v.price_minor,
        k.on_hand - k.reserved + ${heldByOwnOrder(query, query`v.id`)} as available
      from variant v
      join product p on p.id = v.product_id and p.status = 'published'
      join stock k on k.variant_id = v.id
      left join cart c on c.buyer_key = ${input.buyerKey}
      where v.id = ${input.variantId}
    ), target as (
      insert into cart (id, buyer_key)
      select ${newId()}::uuid, ${input.buyerKey} from item where available >= ${input.quantity}::int
      on conflict (buyer_key) do update set version = cart.version + 1, updated_at = now()
      returning id
    ), changed as (
      insert into cart_line (cart_id, variant_id, product_id, quantity, seen_price_minor)
      select target.id, item.id, item.product_id, ${input.quantity}::int, item.price_minor
      from target, item
      where (select count(*) from cart_line where cart_id = target.id and variant_id <> item.id) < ${MAX_CART_LINES}
      on conflict (cart_id, variant_id) do update set quantity = cart_line.quantity + excluded.quantity
        where cart_line.quantity + excluded.quantity <= least(${MAX_QUANTITY}::int, (select available from item))
      returning 1
    )
    select (select greatest(0, available) from item) as "availableQuantity",
      exists (select from changed) as "isChanged", ${withoutWaitingForDisk(query)}`;
  return parseRows(lineChangeSchema, rows)[0] ?? { availableQuantity: null, isChanged: false };
}

/** Sets the units of a line; zero removes it. More than there is in stock changes nothing, unless it is a reduction. */
export async function setLineQuantity(
  query: Query,
  input: { buyerKey: string; variantId: string; quantity: number },
): Promise<LineChange> {
  const rows = await query`
    with line as (
      select c.id as cart_id, l.quantity,
        greatest(0, coalesce(k.on_hand - k.reserved, 0) + ${heldByOwnOrder(query, query`l.variant_id`)}) as available
      from cart c
      join cart_line l on l.cart_id = c.id and l.variant_id = ${input.variantId}
      left join stock k on k.variant_id = l.variant_id
      where c.buyer_key = ${input.buyerKey}
    ), target as (
      update cart set version = version + 1, updated_at = now()
      from line
      where cart.id = line.cart_id
        and (${input.quantity}::int <= line.available or ${input.quantity}::int < line.quantity)
      returning cart.id
    ), removed as (
      delete from cart_line using target
      where cart_id = target.id and variant_id = ${input.variantId} and ${input.quantity}::int = 0
    ), changed as (
      update cart_line set quantity = ${input.quantity}::int from target
      where cart_id = target.id and variant_id = ${input.variantId} and ${input.quantity}::int > 0
    )
    select (select available from line) as "availableQuantity", exists (select from target) as "isChanged",
      ${withoutWaitingForDisk(query)}`;
  return parseRows(lineChangeSchema, rows)[0] ?? { availableQuantity: null, isChanged: false };
}

/** Takes the prices of now as seen. */
export async function acceptLinePrices(query: Query, buyerKey: string): Promise<void> {
  await query`
    with target as (
      update cart set version = version + 1, updated_at = now() where buyer_key = ${buyerKey} returning id
    )
    update cart_line set seen_price_minor = v.price_minor
    from target, variant v
    where cart_line.cart_id = target.id and v.id = cart_line.variant_id
      and cart_line.seen_price_minor <> v.price_minor
    returning ${withoutWaitingForDisk(query)}`;
}

export async function saveDelivery(
  query: Query,
  input: { buyerKey: string; email: string; address: Address },
): Promise<void> {
  await query`
    insert into cart (id, buyer_key, email, address)
    values (${newId()}, ${input.buyerKey}, ${input.email}, ${toJson(input.address)}::jsonb)
    on conflict (buyer_key) do update set
      email = excluded.email, address = excluded.address, version = cart.version + 1, updated_at = now()
    returning ${withoutWaitingForDisk(query)}`;
}

/** Chooses the speed for a seller; nothing happens for one of whom the cart holds no line. */
export async function saveShipping(
  query: Query,
  input: { buyerKey: string; sellerId: string; speed: ShippingSpeed },
): Promise<void> {
  await query`
    update cart set
      shipping_speeds = shipping_speeds || jsonb_build_object(${input.sellerId}::text, ${input.speed}::text),
      version = version + 1,
      updated_at = now()
    where buyer_key = ${input.buyerKey} and exists (
      select from cart_line l join product p on p.id = l.product_id
      where l.cart_id = cart.id and p.seller_id = ${input.sellerId}
    )
    returning ${withoutWaitingForDisk(query)}`;
}

/**
 * Locks the cart that an order was placed from, ahead of the order itself. An order without a cart locks nothing.
 * Locks are always taken in the same order: cart, order, seller orders, stock by variant id. Hence `execute`: it is on its
 * way before whatever the caller sends next.
 */
export async function lockCartOfOrder(query: Query, orderId: string): Promise<void> {
  await query`
    select id from cart where id = (select cart_id from orders where id = ${orderId}) for update`.execute();
}

/** Takes what was bought out of a locked cart; units that were added since stay. */
export async function removeBought(
  query: Query,
  input: { cartId: string; bought: readonly { variantId: string; quantity: number }[] },
): Promise<void> {
  await query`
    with target as (
      update cart set version = version + 1, updated_at = now() where id = ${input.cartId} returning id
    ), bought as (
      select "variantId" as variant_id, sum(quantity)::int as quantity
      from jsonb_to_recordset(${toJson(input.bought)}::jsonb) as b("variantId" uuid, quantity int)
      group by 1
    ), removed as (
      delete from cart_line l using target, bought b
      where l.cart_id = target.id and l.variant_id = b.variant_id and l.quantity <= b.quantity
    )
    update cart_line l set quantity = l.quantity - b.quantity
    from target, bought b
    where l.cart_id = target.id and l.variant_id = b.variant_id and l.quantity > b.quantity`;
}
