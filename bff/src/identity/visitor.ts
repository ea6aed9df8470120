import { cookieName } from '@plaza/edge/cookie-name';
import { INTERNAL_COOKIE } from '@plaza/edge/internal-pass';
import { TRPCError } from '@trpc/server';
import { parse, serialize } from 'hono/utils/cookie';
import type { Services } from '../platform/services.ts';
import type { Session, Visitor, VisitorCookie } from '../platform/trpc.ts';
import { readSession } from './sessions.ts';
import { hashToken, newToken } from './tokens.ts';

const SESSION_COOKIE = 'plaza_session';
const CART_COOKIE = 'plaza_cart';
const OTHER_COOKIES: Record<VisitorCookie, string> = {
  challenge: 'plaza_challenge',
  device: 'plaza_device',
  social: 'plaza_social',
  registration: 'plaza_registration',
  browser: 'plaza_browser',
  internal: INTERNAL_COOKIE,
};
const CART_DAYS = 180;
const MS_PER_DAY = 86_400_000;
/** Tokens of ours are 43 characters; anything else is not worth a look in the database. */
const TOKEN = /^[\w-]{43}$/;

interface VisitorRequest {
  cookieHeader: string | undefined;
  remoteAddress: string;
  userAgent: string;
  /** Takes the value of a `Set-Cookie` header; null where none can be sent, on a web socket. */
  setCookie: ((header: string) => void) | null;
}

/**
 * The browser behind a request. On a web socket, which lives long, the account is looked up each time anew, so that a
 * session that has ended opens nothing more.
 */
export function createVisitor(services: Services, request: VisitorRequest): Visitor {
  const secure = services.env.PUBLIC_URL.startsWith('https:');
  const cookies = request.cookieHeader ? parse(request.cookieHeader) : {};
  const readCookie = (name: string) => tokenIn(cookies[cookieName(name, secure)]);
  const sessionToken = readCookie(SESSION_COOKIE);
  const cartToken = readCookie(CART_COOKIE);
  let cartTokenHash = cartToken && hashToken(cartToken);
  let found: Promise<Session | null> | undefined;

  const setCookie = (name: string, value: string, expires: Date) => {
    if (!request.setCookie)
      throw new TRPCError({ code: 'METHOD_NOT_SUPPORTED', message: 'A web socket cannot set cookies.' });
    request.setCookie(
      serialize(cookieName(name, secure), value, {
        path: '/',
        httpOnly: true,
        sameSite: 'Lax',
        secure,
        expires,
      }),
    );
  };
  const findSession = async (): Promise<Session | null> => {
    if (!sessionToken) return null;
    const read = await readSession(services, sessionToken);
    if (read?.renewedUntil && request.setCookie) setCookie(SESSION_COOKIE, sessionToken, read.renewedUntil);
    return read?.session ?? null;
  };
  const session = () => {
    if (!request.setCookie) return findSession();
    found ??= findSession();
    return found;
  };
  return {
    isProgram: false,
    session,
    account: async () => (await session())?.account ?? null,
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
    readCookie: (name) => readCookie(OTHER_COOKIES[name]),
    writeCookie: (name, token, expiresAt) => setCookie(OTHER_COOKIES[name], token ?? '', expiresAt),
    remoteAddress: request.remoteAddress,
    userAgent: request.userAgent,
  };
}

const tokenIn = (value: string | undefined): string | null => (value && TOKEN.test(value) ? value : null);
