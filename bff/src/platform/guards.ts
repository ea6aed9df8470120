import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { errorAnswer } from './http-errors.ts';
import { isSameOrigin } from './same-origin.ts';

/** Answers 413 to a body of more than `maxBytes`, before it is read where the client states its length. */
export function limitBody(maxBytes: number): MiddlewareHandler {
  const tooLarge = () => {
    const answer = errorAnswer(413, `The request is larger than ${Math.floor(maxBytes / 1024)} KiB.`);
    // The rest of the body stays unread, so the connection cannot serve another request.
    answer.headers.set('connection', 'close');
    return answer;
  };
  const limitStream = bodyLimit({ maxSize: maxBytes, onError: tooLarge });
  return async (c, next) => {
    const length = c.req.header('content-length');
    // Node holds a body to the length that was stated; only one without needs counting.
    if (length === undefined || c.req.header('transfer-encoding') !== undefined) return limitStream(c, next);
    if (Number(length) > maxBytes) return tooLarge();
    return next();
  };
}

/** Answers 403 to a request that a page of another site sent. For everything that changes something. */
export const refuseForeignOrigins =
  (publicOrigin: string): MiddlewareHandler =>
  async (c, next) => {
    const headers = { origin: c.req.header('origin'), secFetchSite: c.req.header('sec-fetch-site') };
    if (!isSameOrigin(headers, publicOrigin))
      return errorAnswer(403, 'This request does not come from one of our own pages.');
    return next();
  };

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
