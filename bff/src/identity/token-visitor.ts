import { TRPCError } from '@trpc/server';
import type { Services } from '../platform/services.ts';
import type { Session, Visitor, VisitorOrigin } from '../platform/trpc.ts';
import { readTokenSession } from './access-tokens/read-token-session.ts';

/** The program behind a request with an access token: who it acts for, and no cookies at all. */
export function createTokenVisitor(services: Services, token: string, origin: VisitorOrigin): Visitor {
  let found: Promise<Session | null> | undefined;
  const session = () => {
    found ??= readTokenSession(services, token);
    return found;
  };
  return {
    ...origin,
    isProgram: true,
    session,
    account: async () => (await session())?.account ?? null,
    cartTokenHash: null,
    ensureCartToken: noCookies,
    setSession: noCookies,
    clearSession: noCookies,
    sessionToken: null,
    readCookie: () => null,
    writeCookie: noCookies,
  };
}

function noCookies(): never {
  throw new TRPCError({
    code: 'METHOD_NOT_SUPPORTED',
    message: 'This is for browsers; programs keep no cookies.',
  });
}
