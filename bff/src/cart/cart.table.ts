import type { Address, ShippingSpeed } from '@plaza/contracts';
import { bigint, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** A cart of a browser. Found by the SHA-256 of the visitor's cart token, never by an id from the client. */
export const cartTable = pgTable('cart', {
  id: uuid().primaryKey(),
  tokenHash: text('token_hash').notNull().unique(),
  accountId: uuid('account_id'),
  version: integer().notNull().default(1),
  email: text(),
  address: jsonb().$type<Address>(),
  /** Chosen speed by seller id; a seller that is not named ships at standard speed. */
  shippingSpeeds: jsonb('shipping_speeds').$type<Record<string, ShippingSpeed>>().notNull().default({}),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
});

export const cartLineTable = pgTable(
  'cart_line',
  {
    cartId: uuid('cart_id')
      .notNull()
      .references(() => cartTable.id, { onDelete: 'cascade' }),
    variantId: uuid('variant_id').notNull(),
    quantity: integer().notNull(),
    /** The price that the buyer saw and accepted last; a difference to the price of today is shown. */
    seenPriceMinor: bigint('seen_price_minor', { mode: 'number' }).notNull(),
    addedAt: timestamp('added_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.cartId, t.variantId] })],
);
