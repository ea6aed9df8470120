import type { SellerPermission } from '@plaza/contracts';
import { index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sellerTable } from '../seller.table.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** Somebody who was asked by mail to work for a seller. Gone when it is accepted, withdrawn or too old. */
export const sellerInvitationTable = pgTable(
  'seller_invitation',
  {
    id: uuid().primaryKey(),
    sellerId: uuid('seller_id')
      .notNull()
      .references(() => sellerTable.id, { onDelete: 'cascade' }),
    /** Sealed. */
    email: text().notNull(),
    emailIndex: text('email_index').notNull(),
    permissions: text().array().$type<SellerPermission[]>().notNull(),
    /** SHA-256 of the link's token. */
    tokenHash: text('token_hash').notNull().unique(),
    invitedBy: uuid('invited_by').notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('seller_invitation_email_idx').on(t.sellerId, t.emailIndex),
    index('seller_invitation_expires_idx').on(t.expiresAt),
  ],
);
