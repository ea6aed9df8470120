import { createHash, randomBytes } from 'node:crypto';
import { type Account, isStaff, newId } from '@plaza/contracts';
import type { Session, Visitor } from '../platform/trpc.ts';

export const newTokenHash = () => createHash('sha256').update(randomBytes(32)).digest('hex');

/** A browser with or without an account and a cart cookie. */
export function createTestVisitor(account: Account | null, cartTokenHash: string | null): Visitor {
  let hash = cartTokenHash;
  const session: Session | null = account && {
    id: newId(),
    account,
    startedAt: new Date(),
    provedAt: new Date(),
    methods: isStaff(account) ? ['password', 'totp'] : ['password'],
  };
  return {
    isProgram: false,
    session: async () => session,
    account: async () => account,
    get cartTokenHash() {
      return hash;
    },
    ensureCartToken: () => {
      hash ??= newTokenHash();
      return hash;
    },
    setSession: () => undefined,
    clearSession: () => undefined,
    sessionToken: null,
    readCookie: () => null,
    writeCookie: () => undefined,
    userAgent: 'test',
    remoteAddress: '127.0.0.1',
  };
}
