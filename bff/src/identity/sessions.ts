import { createHash, randomBytes } from 'node:crypto';
import { type Account, roleSchema } from '@plaza/contracts';
import { eq, lte, sql } from 'drizzle-orm';
import { type Adapter, Lucia, TimeSpan } from 'lucia';
import { z } from 'zod';
import type { Db } from '../platform/db.ts';
import { prepared } from '../platform/prepared.ts';
import type { Services } from '../platform/services.ts';
import { sellerTable } from '../seller/seller.table.ts';
import { accountTable, sessionTable } from './account.table.ts';

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Record<never, never>, { account: Account }>;
    DatabaseUserAttributes: Account;
  }
}

const SESSION_DAYS = 30;
const TOKEN_BYTES = 32;

/** SHA-256, hexadecimal: what is stored of a token. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
/** A fresh token of 256 random bits, fit for a cookie. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

/** Signs an account in. Answers the token for the browser; only its hash is kept here. */
export async function startSession(
  services: Services,
  accountId: string,
): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken();
  const session = await sessionsOf(services.database.db).createSession(accountId, {}, { sessionId: token });
  return { token, expiresAt: session.expiresAt };
}

/**
 * The account behind a token, or null. A session that is used lives on: `renewedUntil` says so when its end moved, and
 * the cookie has to follow.
 */
export async function readSession(
  services: Services,
  token: string,
): Promise<{ account: Account; renewedUntil: Date | null } | null> {
  const { session, user } = await sessionsOf(services.database.db).validateSession(token);
  if (!session) return null;
  return { account: user.account, renewedUntil: session.fresh ? session.expiresAt : null };
}

/** Ends the session of a token; no error when there is none. */
export async function endSession(services: Services, token: string): Promise<void> {
  await sessionsOf(services.database.db).invalidateSession(token);
}

/** Removes what has expired; for a job. */
export async function removeExpiredSessions(services: Services): Promise<void> {
  await sessionsOf(services.database.db).deleteExpiredSessions();
}

const sessionsOf = prepared(
  (db) =>
    new Lucia(createAdapter(db), {
      sessionExpiresIn: new TimeSpan(SESSION_DAYS, 'd'),
      getUserAttributes: (account) => ({ account }),
    }),
);

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
function createAdapter(db: Db): Adapter {
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
