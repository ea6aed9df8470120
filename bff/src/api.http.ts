import type { HttpBindings } from '@hono/node-server';
import { TRPCError } from '@trpc/server';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import type { Context as HonoContext } from 'hono';
import { createVisitor } from './identity/visitor.ts';
import { listProcedures } from './platform/procedures.ts';
import { remoteAddressOf } from './platform/remote-address.ts';
import type { Services } from './platform/services.ts';
import { appRouter } from './router.ts';

type ApiContext = HonoContext<{ Bindings: HttpBindings }>;

export const API_PATH = '/api/trpc';
const MAX_BATCH_SIZE = 20;
const MAX_CACHED_URL = 2_000;
const CACHE_TTL_MS = 30_000;
/** Browsers ask again each time, with the tag they have; a CDN may answer for a moment on its own. */
const PUBLIC_CACHE_CONTROL = 'public, max-age=0, s-maxage=5, stale-while-revalidate=30';

interface PublicAnswer {
  status: number;
  body: string;
  etag: string | null;
}

/** Names of the queries that anyone may ask: the same answer for everybody. */
const publicQueries = new Set(
  listProcedures(appRouter)
    .filter(({ type, policy }) => type === 'query' && policy === 'anyone')
    .map(({ path }) => path),
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
    if (cached) return sendPublic(c, { status: 200, body: cached.body, etag: cached.etag });
    if (!isPublicQuery(key)) return callPersonal(services, c);
    return answerPublic(c, key).then((answer) => sendPublic(c, answer));
  };
}

function isPublicQuery(key: string): boolean {
  if (key.length > MAX_CACHED_URL || key.includes('batch=')) return false;
  const end = key.indexOf('?');
  return publicQueries.has(key.slice(API_PATH.length + 1, end === -1 ? undefined : end));
}

async function computePublic(
  services: Services,
  c: ApiContext,
  key: string,
  mark: number,
): Promise<PublicAnswer> {
  const cacheTags = new Set<string>();
  // Nobody in particular asks: without cookies nothing personal can get into an answer for all.
  const visitor = createVisitor(services, { cookieHeader: undefined, remoteAddress: '', setCookie: null });
  const response = await fetchRequestHandler({
    endpoint: API_PATH,
    req: c.req.raw,
    router: appRouter,
    createContext: () => ({ services, visitor, cacheTags }),
    onError: ({ error, path }) => logError(services, error, path),
  });
  const body = await response.text();
  if (response.status !== 200 || cacheTags.size === 0) return { status: response.status, body, etag: null };
  const options = { ttlMs: CACHE_TTL_MS, tags: [...cacheTags], mark };
  return { status: 200, body, etag: services.responseCache.set(key, body, options).etag };
}

function sendPublic(c: ApiContext, { status, body, etag }: PublicAnswer): Response {
  if (etag === null) {
    const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
    return new Response(body, { status, headers });
  }
  const headers = { 'content-type': 'application/json', 'cache-control': PUBLIC_CACHE_CONTROL, etag };
  const isKnown = c.env.incoming.headers['if-none-match'] === etag;
  return isKnown
    ? new Response(null, { status: 304, headers })
    : new Response(body, { status: 200, headers });
}

function callPersonal(services: Services, c: ApiContext): Promise<Response> {
  const { incoming } = c.env;
  return fetchRequestHandler({
    endpoint: API_PATH,
    req: c.req.raw,
    router: appRouter,
    maxBatchSize: MAX_BATCH_SIZE,
    createContext: ({ resHeaders, info }) => {
      if (info.type === 'subscription')
        throw new TRPCError({ code: 'METHOD_NOT_SUPPORTED', message: 'Subscribe over the web socket.' });
      const forwardedFor = c.req.header('x-forwarded-for');
      const visitor = createVisitor(services, {
        cookieHeader: incoming.headers.cookie,
        remoteAddress: remoteAddressOf(
          forwardedFor,
          incoming.socket.remoteAddress,
          services.env.TRUSTED_PROXIES,
        ),
        setCookie: (header) => resHeaders.append('set-cookie', header),
      });
      return { services, visitor };
    },
    responseMeta: () => ({ headers: { 'cache-control': 'private, no-store' } }),
    onError: ({ error, path }) => logError(services, error, path),
  });
}

/** What went wrong on our side is an error; what visitors get wrong is their daily business. */
export function logError(services: Services, error: TRPCError, path: string | undefined): void {
  if (getHTTPStatusCodeFromError(error) >= 500)
    services.log.error({ err: error.cause ?? error, path }, 'procedure failed');
  else services.log.debug({ code: error.code, path, reason: error.message }, 'procedure refused');
}
