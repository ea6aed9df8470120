import type { Address, ShippingSpeed } from '@plaza/contracts';
import { sql } from 'drizzle-orm';
import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

/** A buyer's cart: of an account, or of a browser. Found by who is asking, never by an id from the client. */
export const cartTable = pgTable(
  'cart',
  {
    id: uuid().primaryKey(),
    /** `account:<id>` of a signed-in buyer, else `cart:<sha256 of the cart token>`; as on orders. */
    buyerKey: text('buyer_key').notNull().unique(),
    /** Grows with every change, so that an order is placed for exactly what was read. */
    version: integer().notNull().default(1),
    email: text(),
    address: jsonb().$type<Address>(),
    /** Chosen speed by seller id; a seller that is not named ships at standard speed. */
    shippingSpeeds: jsonb('shipping_speeds').$type<Record<string, ShippingSpeed>>().notNull().default({}),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('cart_email_idx').on(t.email).where(sql`email is not null`)],
);

export const cartLineTable = pgTable(
  'cart_line',
  {
    cartId: uuid('cart_id')
      .notNull()
      .references(() => cartTable.id, { onDelete: 'cascade' }),
    variantId: uuid('variant_id').notNull(),
    /** Kept, so that a line whose variant was deleted can still say what it was. */
    productId: uuid('product_id').notNull(),
    quantity: integer().notNull(),
    /** The price that the buyer saw and accepted last; a difference to the price of today is shown. */
    seenPriceMinor: bigint('seen_price_minor', { mode: 'number' }).notNull(),
    addedAt: timestamp('added_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.cartId, t.variantId] })],
);
