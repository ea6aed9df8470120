import { createHash, randomBytes } from 'node:crypto';
import type { Account } from '@plaza/contracts';
import type { Visitor } from '../platform/trpc.ts';

export const newTokenHash = () => createHash('sha256').update(randomBytes(32)).digest('hex');

/** A browser with or without an account and a cart cookie. */
export function createTestVisitor(account: Account | null, cartTokenHash: string | null): Visitor {
  let hash = cartTokenHash;
  return {
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
    remoteAddress: '127.0.0.1',
  };
}
