import { type Account, roleSchema } from '@plaza/contracts';
import { z } from 'zod';
import type { sellerTable } from '../seller/seller.table.ts';
import type { accountTable } from './account.table.ts';

const rolesSchema = z.array(roleSchema);

/** What the rest of Plaza knows of an account. */
export function toAccount(
  row: typeof accountTable.$inferSelect,
  seller: typeof sellerTable.$inferSelect | null,
): Account {
  return {
    id: row.id,
    email: row.email,
    displayName: row.displayName,
    roles: rolesSchema.parse(row.roles),
    seller: seller && { id: seller.id, slug: seller.slug, name: seller.name },
  };
}
