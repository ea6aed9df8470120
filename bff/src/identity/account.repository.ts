import { type Account, newId } from '@plaza/contracts';
import { eq } from 'drizzle-orm';
import type { Sql } from '../platform/db.ts';
import { sellerTable } from '../seller/seller.table.ts';
import { accountTable } from './account.table.ts';
import { toAccount } from './to-account.ts';

/** An account with the hash of its password, or null. */
export async function findAccountByEmail(
  sql: Sql,
  email: string,
): Promise<{ account: Account; passwordHash: string } | null> {
  const [row] = await sql
    .select({ account: accountTable, seller: sellerTable })
    .from(accountTable)
    .leftJoin(sellerTable, eq(sellerTable.ownerAccountId, accountTable.id))
    .where(eq(accountTable.email, email))
    .orderBy(sellerTable.createdAt)
    .limit(1);
  return row ? { account: toAccount(row.account, row.seller), passwordHash: row.account.passwordHash } : null;
}

/** Stores a new buyer; null when the address has an account already. */
export async function insertAccount(
  sql: Sql,
  input: { email: string; displayName: string; passwordHash: string },
): Promise<Account | null> {
  const [row] = await sql
    .insert(accountTable)
    .values({ id: newId(), ...input, roles: ['buyer'] })
    .onConflictDoNothing({ target: accountTable.email })
    .returning();
  return row ? toAccount(row, null) : null;
}
