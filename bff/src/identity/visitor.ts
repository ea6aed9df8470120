import type { Account } from '@plaza/contracts';
import { TRPCError } from '@trpc/server';
import { parse, serialize } from 'hono/utils/cookie';
import type { Services } from '../platform/services.ts';
import type { Visitor } from '../platform/trpc.ts';
import { readSession } from './sessions.ts';
import { hashToken, newToken } from './tokens.ts';

const SESSION_COOKIE = 'plaza_session';
const CART_COOKIE = 'plaza_cart';
const CART_DAYS = 180;
const MS_PER_DAY = 86_400_000;
/** Tokens of ours are 43 characters; anything else is not worth a look in the database. */
const TOKEN = /^[\w-]{43}$/;

interface VisitorRequest {
  cookieHeader: string | undefined;
  remoteAddress: string;
  /** Takes the value of a `Set-Cookie` header; null where none can be sent, on a web socket. */
  setCookie: ((header: string) => void) | null;
}

/**
 * The browser behind a request. On a web socket, which lives long, the account is looked up each time anew, so that a
 * session that has ended opens nothing more.
 */
export function createVisitor(services: Services, request: VisitorRequest): Visitor {
  const cookies = request.cookieHeader ? parse(request.cookieHeader) : {};
  const sessionToken = tokenIn(cookies[SESSION_COOKIE]);
  const cartToken = tokenIn(cookies[CART_COOKIE]);
  let cartTokenHash = cartToken && hashToken(cartToken);
  let found: Promise<Account | null> | undefined;

  const setCookie = (name: string, value: string, expires: Date) => {
    if (!request.setCookie)
      throw new TRPCError({ code: 'METHOD_NOT_SUPPORTED', message: 'A web socket cannot set cookies.' });
    const secure = services.env.PUBLIC_URL.startsWith('https:');
    request.setCookie(
      serialize(name, value, { path: '/', httpOnly: true, sameSite: 'Lax', secure, expires }),
    );
  };
  const findAccount = async (): Promise<Account | null> => {
    if (!sessionToken) return null;
    const session = await readSession(services, sessionToken);
    if (session?.renewedUntil && request.setCookie)
      setCookie(SESSION_COOKIE, sessionToken, session.renewedUntil);
    return session?.account ?? null;
  };
  return {
    account: () => {
      if (!request.setCookie) return findAccount();
      found ??= findAccount();
      return found;
    },
    get cartTokenHash() {
      return cartTokenHash;
    },
    ensureCartToken: () => {
      if (cartTokenHash) return cartTokenHash;
      const token = newToken();
      setCookie(CART_COOKIE, token, new Date(services.clock.now().getTime() + CART_DAYS * MS_PER_DAY));
      cartTokenHash = hashToken(token);
      return cartTokenHash;
    },
    setSession: (token, expiresAt) => setCookie(SESSION_COOKIE, token, expiresAt),
    clearSession: () => setCookie(SESSION_COOKIE, '', new Date(0)),
    sessionToken,
    remoteAddress: request.remoteAddress,
  };
}

const tokenIn = (value: string | undefined): string | null => (value && TOKEN.test(value) ? value : null);
