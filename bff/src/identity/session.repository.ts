import { eq, lte, sql } from 'drizzle-orm';
import type { Adapter } from 'lucia';
import type { Db } from '../platform/db.ts';
import { prepared } from '../platform/prepared.ts';
import { sellerTable } from '../seller/seller.table.ts';
import { accountTable, sessionTable } from './account.table.ts';
import { toAccount } from './to-account.ts';
import { hashToken } from './tokens.ts';

const findSession = prepared((db) =>
  db
    .select({ session: sessionTable, account: accountTable, seller: sellerTable })
    .from(sessionTable)
    .innerJoin(accountTable, eq(accountTable.id, sessionTable.accountId))
    .leftJoin(sellerTable, eq(sellerTable.ownerAccountId, accountTable.id))
    .where(eq(sessionTable.id, sql.placeholder('id')))
    .orderBy(sellerTable.createdAt)
    .limit(1)
    .prepare('find_session'),
);

/** Lucia sees tokens, the table sees hashes: every id is hashed on its way in and handed back as it came. */
export function createSessionAdapter(db: Db): Adapter {
  return {
    getSessionAndUser: async (token) => {
      const [row] = await findSession(db).execute({ id: hashToken(token) });
      if (!row) return [null, null];
      const account = toAccount(row.account, row.seller);
      return [
        { id: token, userId: account.id, expiresAt: row.session.expiresAt, attributes: {} },
        { id: account.id, attributes: account },
      ];
    },
    getUserSessions: async () => {
      throw new Error('A stored session cannot be turned back into its token.');
    },
    setSession: async ({ id, userId, expiresAt }) => {
      await db.insert(sessionTable).values({ id: hashToken(id), accountId: userId, expiresAt });
    },
    updateSessionExpiration: async (token, expiresAt) => {
      await db
        .update(sessionTable)
        .set({ expiresAt })
        .where(eq(sessionTable.id, hashToken(token)));
    },
    deleteSession: async (token) => {
      await db.delete(sessionTable).where(eq(sessionTable.id, hashToken(token)));
    },
    deleteUserSessions: async (accountId) => {
      await db.delete(sessionTable).where(eq(sessionTable.accountId, accountId));
    },
    deleteExpiredSessions: async () => {
      await db.delete(sessionTable).where(lte(sessionTable.expiresAt, sql`now()`));
    },
  };
}
