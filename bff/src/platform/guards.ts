import type { HttpBindings } from '@hono/node-server';
import { networkOf, remoteAddressOf } from '@plaza/edge/remote-address';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AMBIGUOUS, isAmbiguous, isTokenOnly } from './bearer.ts';
import { errorAnswer } from './http-errors.ts';
import { isSameOrigin } from './same-origin.ts';
import type { Services } from './services.ts';

/** So much of a body that is refused is read all the same, so that its sender can hear the answer on a connection that lives on. */
const DISCARDED_BYTES = 16 * 1024 * 1024;

/** Answers 413 to a body of more than `maxBytes`. */
export function limitBody(maxBytes: number): MiddlewareHandler {
  const tooLarge = async (c: Context) => {
    const isWholeRead = await discardBody(c.req.raw.body);
    const answer = errorAnswer(413, `The request is larger than ${Math.floor(maxBytes / 1024)} KiB.`);
    // With a rest that stays unread, the connection cannot serve another request.
    if (!isWholeRead) answer.headers.set('connection', 'close');
    return answer;
  };
  const limitStream = bodyLimit({ maxSize: maxBytes, onError: tooLarge });
  return async (c, next) => {
    const length = c.req.header('content-length');
    // Node holds a body to the length that was stated; only one without needs counting.
    if (length === undefined || c.req.header('transfer-encoding') !== undefined) return limitStream(c, next);
    if (Number(length) > maxBytes) return tooLarge(c);
    return next();
  };
}

/** @returns whether the body came to its end within `DISCARDED_BYTES` */
async function discardBody(body: ReadableStream<Uint8Array> | null): Promise<boolean> {
  if (body === null) return true;
  if (body.locked) return false;
  let seenBytes = 0;
  for await (const chunk of body) {
    seenBytes += chunk.byteLength;
    if (seenBytes > DISCARDED_BYTES) return false;
  }
  return true;
}

/**
 * Answers 403 to a request that a page of another site sent, and 400 to one with both a token and cookies. For everything
 * that changes something.
 */
export const refuseForeignOrigins =
  (publicOrigin: string): MiddlewareHandler =>
  async (c, next) => {
    const credentials = { authorization: c.req.header('authorization'), cookie: c.req.header('cookie') };
    if (isAmbiguous(credentials)) return errorAnswer(400, AMBIGUOUS);
    if (isTokenOnly(credentials)) return next();
    const headers = { origin: c.req.header('origin'), secFetchSite: c.req.header('sec-fetch-site') };
    if (!isSameOrigin(headers, publicOrigin))
      return errorAnswer(403, 'This request does not come from one of our own pages.');
    return next();
  };

/**
 * Answers 429 to an address that sends more changes than people do. Counted in this process alone, because it protects
 * this process and must cost next to nothing; what needs an exact limit has its own, in `RateLimits`.
 */
export function limitChanges({ env }: Pick<Services, 'env'>): MiddlewareHandler<{ Bindings: HttpBindings }> {
  const limiter = new RateLimiterMemory({ points: env.CHANGES_PER_MINUTE, duration: 60 });
  return async (c, next) => {
    const forwardedFor = c.req.header('x-forwarded-for');
    const address = remoteAddressOf(forwardedFor, c.env.incoming.socket.remoteAddress, env.TRUSTED_PROXIES);
    try {
      await limiter.consume(networkOf(address));
    } catch (reason) {
      if (!(reason instanceof RateLimiterRes)) throw reason;
      const answer = errorAnswer(429, 'Too many requests. Please wait a moment and try again.');
      answer.headers.set('retry-after', String(Math.ceil(reason.msBeforeNext / 1_000)));
      return answer;
    }
    return next();
  };
}

/** Answers 504 when nothing has answered within `timeoutMs`. Statements have a shorter limit of their own. */
export const limitTime =
  (timeoutMs: number): MiddlewareHandler =>
  async (_c, next) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), timeoutMs);
    });
    const first = await Promise.race([next(), late]).finally(() => clearTimeout(timer));
    return first === 'late' ? errorAnswer(504, 'This took too long. Please try again.') : undefined;
  };
