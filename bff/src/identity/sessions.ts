import { type AuthMethod, isStaff } from '@plaza/contracts';
import { type Adapter, Lucia, TimeSpan } from 'lucia';
import type { Services } from '../platform/services.ts';
import type { Session, VisitorOrigin } from '../platform/trpc.ts';
import { toAccount } from './account-record.ts';
import {
  deleteExpired,
  deleteSession,
  deleteSessionsOf,
  deleteSurplusSessions,
  extendSession,
  findSession,
  insertSession,
  renewSession,
  type SessionRecord,
  touchSession,
} from './session.repository.ts';
import { createSessionCache } from './session-cache.ts';
import { hashToken, newToken } from './tokens.ts';

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<{ record: SessionRecord | null }, Record<never, never>>;
    DatabaseSessionAttributes: { record?: SessionRecord; starting?: Starting };
  }
}
interface Starting {
  methods: readonly AuthMethod[];
  origin: VisitorOrigin;
  /** Whether everything was shown that `fresh` wants. */
  isProved: boolean;
}

/** A browser that is not used for so long is signed out; each use past the half of it begins the time anew. */
const IDLE_DAYS = 30;
/** However much it is used. */
const LONGEST_DAYS = 90;
/** Whoever may look into the affairs of others is signed out sooner. */
const STAFF_IDLE_MS = 12 * 3_600_000;
/** Browsers that one account may be signed in with; the one that was used longest ago makes room for another. */
const MAX_SESSIONS = 50;
const TOUCH_EVERY_MS = 5 * 60_000;
const MS_PER_DAY = 86_400_000;
const MAX_USER_AGENT = 300;
const ADDRESS_CONTEXT = 'session.address';
const NEVER = new Date(0);

/** Signs an account in. Answers the token for the browser; only its hash is kept here. */
export async function startSession(
  services: Services,
  accountId: string,
  starting: Starting = {
    methods: ['password'],
    origin: { remoteAddress: '', userAgent: '' },
    isProved: true,
  },
): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken();
  const session = await sessionsOf(services).createSession(accountId, { starting }, { sessionId: token });
  return { token, expiresAt: session.expiresAt };
}

/**
 * The session behind a token, or null. One that is used lives on: `renewedUntil` says so when its end moved, and the
 * cookie has to follow. Suspended and erased accounts have none.
 */
export async function readSession(
  services: Services,
  token: string,
): Promise<{ session: Session; renewedUntil: Date | null } | null> {
  const { session } = await sessionsOf(services).validateSession(token);
  if (!session?.record) return null;
  const { session: facts, account } = session.record;
  const now = services.clock.now();
  if (account.status !== 'active' || isOver(session.record, now)) {
    await endSession(services, token);
    return null;
  }
  if (now.getTime() - facts.lastSeenAt.getTime() > TOUCH_EVERY_MS) {
    facts.lastSeenAt = now;
    await touchSession(services.database.client, hashToken(token), now);
  }
  const { publicId: id, startedAt, provedAt, methods } = facts;
  return {
    session: { id, account: toAccount(account, services.sealing), startedAt, provedAt, methods },
    renewedUntil: session.fresh ? session.expiresAt : null,
  };
}

function isOver({ session, account }: SessionRecord, now: Date): boolean {
  if (now.getTime() - session.startedAt.getTime() > LONGEST_DAYS * MS_PER_DAY) return true;
  return isStaff(account) && now.getTime() - session.lastSeenAt.getTime() > STAFF_IDLE_MS;
}

interface Renewed {
  token: string;
  expiresAt: Date;
}

/**
 * Takes note that it was shown anew who is there. The browser gets a new token, which is answered; the old one is void.
 * Null when the session is over.
 */
export const proveSession = (
  services: Services,
  token: string,
  methods: readonly AuthMethod[],
): Promise<Renewed | null> => renew(services, token, { methods, provedAt: services.clock.now() });

/**
 * Gives a session a new token, for a change of what its account may do. Null when it is over.
 * @param methods what was shown with the change; a proof by itself it is not
 */
export const rotateSession = (
  services: Services,
  token: string,
  methods: readonly AuthMethod[],
): Promise<Renewed | null> => renew(services, token, { methods, provedAt: null });

async function renew(
  services: Services,
  oldToken: string,
  shown: { methods: readonly AuthMethod[]; provedAt: Date | null },
): Promise<Renewed | null> {
  const token = newToken();
  const expiresAt = await renewSession(services.database.client, {
    tokenHash: hashToken(oldToken),
    newTokenHash: hashToken(token),
    ...shown,
  });
  services.changes.tell(`session:${hashToken(oldToken)}`);
  return expiresAt && { token, expiresAt };
}

/** Ends sessions of an account, at once and everywhere: all, all but one, or one. Answers how many ended. */
export async function endSessionsOf(
  { database, changes }: Services,
  input: { accountId: string; exceptId?: string; onlyId?: string },
): Promise<number> {
  const endedCount = await deleteSessionsOf(database.client, input);
  changes.tell(`account:${input.accountId}`);
  return endedCount;
}

/** Ends the session of a token; no error when there is none. */
export async function endSession(services: Services, token: string): Promise<void> {
  await sessionsOf(services).invalidateSession(token);
}

/** Removes what has expired: sessions, challenges, links. For a job. */
export const removeExpiredSessions = (services: Services): Promise<void> =>
  deleteExpired(services.database.client, services.clock.now());

const known = new WeakMap<Services['changes'], ReturnType<typeof createSessions>>();
/** One for each process: by a service of which there is one. */
function sessionsOf(services: Services) {
  const made = known.get(services.changes) ?? createSessions(services);
  known.set(services.changes, made);
  return made;
}
const createSessions = (services: Services) =>
  new Lucia(createAdapter(services), {
    sessionExpiresIn: new TimeSpan(IDLE_DAYS, 'd'),
    getSessionAttributes: ({ record }) => ({ record: record ?? null }),
  });

/** Lucia sees tokens, the table sees hashes: every id is hashed on its way in and handed back as it came. */
function createAdapter(services: Services): Adapter {
  const { database, sealing, clock, places } = services;
  const { client } = database;
  const sessionCache = createSessionCache(services.changes);
  const read = async (tokenHash: string): Promise<SessionRecord | null> => {
    const cached = sessionCache.get(tokenHash);
    if (cached) return cached;
    const mark = sessionCache.mark();
    const record = await findSession(client, tokenHash);
    if (record) sessionCache.set(tokenHash, record, mark);
    return record;
  };
  const notNeeded = () => Promise.reject(new Error('Done by session.repository.ts.'));
  return {
    getSessionAndUser: async (token) => {
      const record = await read(hashToken(token));
      if (!record) return [null, null];
      const { expiresAt } = record.session;
      const userId = record.account.id;
      return [
        { id: token, userId, expiresAt, attributes: { record } },
        { id: userId, attributes: {} },
      ];
    },
    setSession: async ({ id, userId, expiresAt, attributes: { starting } }) => {
      const { remoteAddress = '', userAgent = '' } = starting?.origin ?? {};
      await insertSession(client, {
        tokenHash: hashToken(id),
        accountId: userId,
        methods: starting?.methods ?? ['password'],
        userAgent: userAgent.slice(0, MAX_USER_AGENT),
        address: remoteAddress === '' ? null : sealing.seal(remoteAddress, ADDRESS_CONTEXT),
        place: places.find(remoteAddress)?.label ?? null,
        provedAt: starting?.isProved === false ? NEVER : clock.now(),
        now: clock.now(),
        expiresAt,
      });
      const endedCount = await deleteSurplusSessions(client, { accountId: userId, keepCount: MAX_SESSIONS });
      if (endedCount > 0) services.changes.tell(`account:${userId}`);
    },
    updateSessionExpiration: async (token, expiresAt) => {
      await extendSession(client, hashToken(token), expiresAt);
      services.changes.tell(`session:${hashToken(token)}`);
    },
    deleteSession: async (token) => {
      await deleteSession(client, hashToken(token));
      services.changes.tell(`session:${hashToken(token)}`);
    },
    getUserSessions: notNeeded,
    deleteUserSessions: notNeeded,
    deleteExpiredSessions: notNeeded,
  };
}
