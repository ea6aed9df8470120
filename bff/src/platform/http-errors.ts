import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Logger } from 'pino';

const CODES: Partial<Record<number, string>> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_SUPPORTED',
  408: 'TIMEOUT',
  413: 'PAYLOAD_TOO_LARGE',
  429: 'TOO_MANY_REQUESTS',
  503: 'SERVICE_UNAVAILABLE',
  504: 'TIMEOUT',
};
/** JSON-RPC's number for "the server failed"; clients go by `data.code`. */
const RPC_CODE = -32_000;

/**
 * An error in the shape that tRPC's clients read, so that every error of the API looks the same. The connection is not
 * used again: what was sent along has not been read.
 */
export const errorAnswer = (status: ContentfulStatusCode, message: string): Response =>
  new Response(
    JSON.stringify({
      error: {
        message,
        code: RPC_CODE,
        data: { code: CODES[status] ?? 'INTERNAL_SERVER_ERROR', httpStatus: status },
      },
    }),
    {
      status,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store', connection: 'close' },
    },
  );

/** The one place where an error that was thrown outside of tRPC becomes an answer. Surprises are logged, not shown. */
export const answerError = (log: Logger) => (error: Error, c: Context) => {
  if (error instanceof HTTPException) return errorAnswer(error.status, error.message);
  log.error({ err: error, method: c.req.method, path: c.req.path }, 'request failed');
  return errorAnswer(500, 'Something went wrong on our side. Please try again.');
};
