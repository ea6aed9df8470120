import { type Account, type AuthMethod, isStaff } from '@plaza/contracts';
import { cookieName } from '@plaza/edge/cookie-name';
import { z } from 'zod';
import { startSession } from '../identity/public.ts';
import type { Services } from '../platform/services.ts';
import { serve } from '../serve.ts';

/** A served BFF and browsers to visit it with. Closes the services too. */
export async function startTestBff(services: Services) {
  const server = await serve({ ...services, env: { ...services.env, TRUSTED_PROXIES: 1 } });
  const url = `http://127.0.0.1:${server.port}`;
  return {
    url,
    socketUrl: `ws://127.0.0.1:${server.port}/api/trpc`,
    close: () => server.close(),
    /** A browser, signed in when an account is given, at an address of its own. Staff have shown two proofs. */
    browse: async (
      account?: Account,
      address = `10.0.0.${Math.floor(Math.random() * 250)}`,
      methods: readonly AuthMethod[] = account && isStaff(account) ? ['password', 'totp'] : ['password'],
    ) => {
      const browser = createBrowser(url, address);
      if (account) {
        const starting = { methods, origin: { remoteAddress: '', userAgent: '' }, isProved: true };
        const { token } = await startSession(services, account.id, starting);
        browser.cookies.set(cookieName('plaza_session', services.env.PUBLIC_URL.startsWith('https:')), token);
      }
      return browser;
    },
  };
}
export type TestBff = Awaited<ReturnType<typeof startTestBff>>;

const answerSchema = z.object({
  result: z.object({ data: z.unknown() }).optional(),
  error: z
    .object({ message: z.string(), data: z.object({ code: z.string(), reason: z.string().optional() }) })
    .optional(),
});

interface ApiAnswer {
  status: number;
  /** What the procedure answered; undefined when it failed. */
  data: unknown;
  /** `reason` says why a policy refused. */
  error: { message: string; code: string; reason?: string | undefined } | null;
  headers: Headers;
}

/** Keeps cookies as a browser does, and calls procedures as the frontends do. */
function createBrowser(url: string, address: string) {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('x-forwarded-for', address);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map((pair) => pair.join('=')).join('; '));
    const response = await fetch(url + path, { ...init, headers });
    for (const header of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  const read = async (response: Response): Promise<ApiAnswer> => {
    const body = answerSchema.parse(await response.json());
    const error = body.error ? { message: body.error.message, ...body.error.data } : null;
    return { status: response.status, data: body.result?.data, error, headers: response.headers };
  };
  return {
    cookies,
    send,
    query: async (path: string, input?: unknown, headers: Record<string, string> = {}) =>
      read(
        await send(`/api/trpc/${path}${input === undefined ? '' : `?input=${encode(input)}`}`, { headers }),
      ),
    mutate: async (path: string, input?: unknown, headers: Record<string, string> = {}) =>
      read(
        await send(`/api/trpc/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(input ?? {}),
        }),
      ),
  };
}
export type TestBrowser = ReturnType<typeof createBrowser>;

const encode = (input: unknown) => encodeURIComponent(JSON.stringify(input));
