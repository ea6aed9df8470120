import type { Address, Picture } from '@plaza/contracts';
import { sql } from 'drizzle-orm';
import {
  bigint,
  char,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

const money = (name: string) => bigint(name, { mode: 'number' });
const moment = (name: string) => timestamp(name, { withTimezone: true });

/** What a buyer placed. Partition key: buyer and month of placing. */
export const orderTable = pgTable(
  'orders',
  {
    id: uuid().primaryKey(),
    number: text().notNull().unique(),
    /** `account:<id>` of a signed-in buyer, else `cart:<sha256 of the cart token>`. */
    buyerKey: text('buyer_key').notNull(),
    buyerAccountId: uuid('buyer_account_id'),
    /** The cart it was placed from; its lines stay there until the order is paid. */
    cartId: uuid('cart_id'),
    /** The order that took this one's place when the buyer changed the cart before paying. */
    supersededBy: uuid('superseded_by'),
    /** Chosen by the buyer's client; unique for the buyer, so that nobody can meet another's order by a key. */
    idempotencyKey: uuid('idempotency_key').notNull(),
    status: text({ enum: ['pending_payment', 'paid', 'expired', 'cancelled'] }).notNull(),
    email: text().notNull(),
    address: jsonb().$type<Address>().notNull(),
    currency: char({ length: 3 }).notNull(),
    itemsMinor: money('items_minor').notNull(),
    shippingMinor: money('shipping_minor').notNull(),
    totalMinor: money('total_minor').notNull(),
    refundedMinor: money('refunded_minor').notNull().default(0),
    placedAt: moment('placed_at').notNull(),
    /** The stock of an unpaid order is kept until here. */
    expiresAt: moment('expires_at').notNull(),
    paidAt: moment('paid_at'),
  },
  (t) => [
    uniqueIndex('orders_idempotency_idx').on(t.buyerKey, t.idempotencyKey),
    index('orders_buyer_idx').on(t.buyerKey, t.placedAt),
    // For the one who asks what is held of them, and for its erasure.
    index('orders_email_idx').on(t.email),
    index('orders_pending_cart_idx').on(t.cartId).where(sql`status = 'pending_payment'`),
    // For the books of a day.
    index('orders_paid_idx').on(t.paidAt).where(sql`paid_at is not null`),
    // Says more than it needs to, so that the planner does not take it for the one of carts.
    index('orders_pending_idx')
      .on(t.expiresAt)
      .where(sql`status = 'pending_payment' and superseded_by is null`),
  ],
);

/** One seller's part of an order, with a life of its own. */
export const sellerOrderTable = pgTable(
  'seller_order',
  {
    id: uuid().primaryKey(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => orderTable.id),
    number: text().notNull(),
    sellerId: uuid('seller_id').notNull(),
    status: text({
      enum: ['pending_payment', 'paid', 'shipped', 'delivered', 'cancelled', 'expired'],
    }).notNull(),
    itemsMinor: money('items_minor').notNull(),
    shippingMinor: money('shipping_minor').notNull(),
    totalMinor: money('total_minor').notNull(),
    shippingSpeed: text('shipping_speed', { enum: ['standard', 'express'] }).notNull(),
    carrier: text(),
    trackingNumber: text('tracking_number'),
    /** Statuses it went through, oldest first. */
    timeline: jsonb().$type<{ status: string; at: string }[]>().notNull(),
    placedAt: moment('placed_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    index('seller_order_order_idx').on(t.orderId),
    index('seller_order_seller_idx').on(t.sellerId, t.placedAt),
  ],
);

/** What was bought, frozen as it was sold. */
export const orderLineTable = pgTable(
  'order_line',
  {
    id: uuid().primaryKey(),
    sellerOrderId: uuid('seller_order_id')
      .notNull()
      .references(() => sellerOrderTable.id),
    orderId: uuid('order_id').notNull(),
    variantId: uuid('variant_id').notNull(),
    productId: uuid('product_id').notNull(),
    productSlug: text('product_slug').notNull(),
    title: text().notNull(),
    variantLabel: text('variant_label').notNull(),
    picture: jsonb().$type<Picture>(),
    quantity: integer().notNull(),
    unitPriceMinor: money('unit_price_minor').notNull(),
    totalMinor: money('total_minor').notNull(),
  },
  (t) => [
    index('order_line_order_idx').on(t.orderId),
    index('order_line_seller_order_idx').on(t.sellerOrderId),
  ],
);
