import type { HttpBindings } from '@hono/node-server';
import { remoteAddressOf } from '@plaza/edge/remote-address';
import type { TRPCError } from '@trpc/server';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import type { Context as HonoContext } from 'hono';
import { createTokenVisitor } from './identity/token-visitor.ts';
import { createVisitor } from './identity/visitor.ts';
import { AMBIGUOUS, bearerTokenIn, isAmbiguous } from './platform/bearer.ts';
import { errorAnswer } from './platform/http-errors.ts';
import { listProcedures } from './platform/procedures.ts';
import type { CachedAnswer } from './platform/response-cache.ts';
import type { Services } from './platform/services.ts';
import { appRouter } from './router.ts';

type ApiContext = HonoContext<{ Bindings: HttpBindings }>;

export const API_PATH = '/api/trpc';
const MAX_BATCH_SIZE = 20;
const MAX_CACHED_URL = 2_000;
const CACHE_TTL_MS = 30_000;

/** An answer to keep, or one that is not: a refusal of the input, say. */
type PublicAnswer = { cached: CachedAnswer } | { status: number; body: string };

const procedures = listProcedures(appRouter);
/** Names of the queries that anyone may ask: the same answer for everybody. */
const publicQueries = new Set(
  procedures.filter(({ type, policy }) => type === 'query' && policy === 'anyone').map(({ path }) => path),
);

const subscriptions = new Set(
  procedures.filter(({ type }) => type === 'subscription').map(({ path }) => path),
);

/**
 * Answers `/api/trpc/*`. A public query that comes alone by GET is answered from the response cache without tRPC;
 * several who miss it at once share one answer.
 */
export function createApi(services: Services): (c: ApiContext) => Response | Promise<Response> {
  const { responseCache } = services;
  const flights = new Map<string, { mark: number; answer: Promise<PublicAnswer> }>();

  const answerPublic = (c: ApiContext, key: string): Promise<PublicAnswer> => {
    const mark = responseCache.mark();
    const flight = flights.get(key);
    // An answer that began before a write is no answer to somebody who comes after it.
    if (flight?.mark === mark) return flight.answer;
    const answer = computePublic(services, c, key, mark).finally(() => {
      if (flights.get(key)?.answer === answer) flights.delete(key);
    });
    flights.set(key, { mark, answer });
    return answer;
  };

  return (c) => {
    const { raw } = c.req;
    if (raw.method !== 'GET') return callPersonal(services, c);
    const key = raw.url.slice(raw.url.indexOf('/', 'https://'.length));
    const cached = responseCache.get(key);
    if (cached) return sendCached(c, cached);
    if (subscriptions.has(pathOf(key))) return errorAnswer(405, 'Subscribe over the web socket.');
    if (!isPublicQuery(key)) return callPersonal(services, c);
    return answerPublic(c, key).then((answer) =>
      'cached' in answer
        ? sendCached(c, answer.cached)
        : new Response(answer.body, { status: answer.status, headers: UNCACHED }),
    );
  };
}

function isPublicQuery(key: string): boolean {
  if (key.length > MAX_CACHED_URL || key.includes('batch=')) return false;
  return publicQueries.has(pathOf(key));
}

/** `catalog.product` of `/api/trpc/catalog.product?input=…`. */
function pathOf(key: string): string {
  const end = key.indexOf('?');
  return key.slice(API_PATH.length + 1, end === -1 ? undefined : end);
}

const NOBODY = { cookieHeader: undefined, remoteAddress: '', userAgent: '', setCookie: null };

async function computePublic(
  services: Services,
  c: ApiContext,
  key: string,
  mark: number,
): Promise<PublicAnswer> {
  const cacheTags = new Set<string>();
  // Nobody in particular asks: without cookies nothing personal can get into an answer for all.
  const visitor = createVisitor(services, NOBODY);
  const response = await fetchRequestHandler({
    endpoint: API_PATH,
    req: c.req.raw,
    router: appRouter,
    createContext: () => ({ services, visitor, cacheTags }),
    onError: ({ error, path }) => logError(services, error, path),
  });
  const body = await response.text();
  if (response.status !== 200 || cacheTags.size === 0) return { status: response.status, body };
  const options = { ttlMs: CACHE_TTL_MS, tags: [...cacheTags], mark };
  return { cached: services.responseCache.set(key, body, options) };
}

const UNCACHED = { 'content-type': 'application/json', 'cache-control': 'no-store' };

function sendCached(c: ApiContext, { body, headers, etag }: CachedAnswer): Response {
  if (c.env.incoming.headers['if-none-match'] !== etag) return new Response(body, { status: 200, headers });
  return new Response(null, {
    status: 304,
    headers: { 'cache-control': headers['cache-control'] ?? '', etag },
  });
}

function callPersonal(services: Services, c: ApiContext): Response | Promise<Response> {
  const { incoming } = c.env;
  const { authorization, cookie } = incoming.headers;
  if (isAmbiguous({ authorization, cookie })) return errorAnswer(400, AMBIGUOUS);
  const token = bearerTokenIn(authorization);
  return fetchRequestHandler({
    endpoint: API_PATH,
    req: c.req.raw,
    router: appRouter,
    maxBatchSize: MAX_BATCH_SIZE,
    createContext: ({ resHeaders }) => {
      const forwardedFor = c.req.header('x-forwarded-for');
      const origin = {
        userAgent: incoming.headers['user-agent'] ?? '',
        remoteAddress: remoteAddressOf(
          forwardedFor,
          incoming.socket.remoteAddress,
          services.env.TRUSTED_PROXIES,
        ),
      };
      const visitor = token
        ? createTokenVisitor(services, token, origin)
        : createVisitor(services, {
            ...origin,
            cookieHeader: cookie,
            setCookie: (header) => resHeaders.append('set-cookie', header),
          });
      return { services, visitor };
    },
    responseMeta: ({ errors }) => ({
      headers: {
        'cache-control': 'private, no-store',
        ...(token && challengeTo(errors)),
      },
    }),
    onError: ({ error, path }) => logError(services, error, path),
  });
}

/** Tells a program why its token was refused (RFC 6750, section 3). */
function challengeTo(errors: readonly TRPCError[]): Record<string, string> {
  const code = errors.find((error) => error.code === 'UNAUTHORIZED' || error.code === 'FORBIDDEN')?.code;
  if (!code) return {};
  const problem = code === 'UNAUTHORIZED' ? 'invalid_token' : 'insufficient_scope';
  return { 'www-authenticate': `Bearer error="${problem}"` };
}

/** What went wrong on our side is an error; what visitors get wrong is their daily business. */
export function logError(services: Services, error: TRPCError, path: string | undefined): void {
  if (getHTTPStatusCodeFromError(error) >= 500)
    services.log.error({ err: error.cause ?? error, path }, 'procedure failed');
  else services.log.debug({ code: error.code, path, reason: error.message }, 'procedure refused');
}
