import type { Account } from '@plaza/contracts';
import { Lucia, TimeSpan } from 'lucia';
import { prepared } from '../platform/prepared.ts';
import type { Services } from '../platform/services.ts';
import { createSessionAdapter } from './session.repository.ts';
import { newToken } from './tokens.ts';

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Record<never, never>, { account: Account }>;
    DatabaseUserAttributes: Account;
  }
}

const SESSION_DAYS = 30;

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
    new Lucia(createSessionAdapter(db), {
      sessionExpiresIn: new TimeSpan(SESSION_DAYS, 'd'),
      getUserAttributes: (account) => ({ account }),
    }),
);
