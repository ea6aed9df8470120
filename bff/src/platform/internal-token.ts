import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { errorAnswer } from './http-errors.ts';

/** Whether an `Authorization` header is one of Plaza's own processes. */
export function isInternal(internalToken: string, authorization: string | undefined): boolean {
  const expected = Buffer.from(`Bearer ${internalToken}`);
  const given = Buffer.from(authorization ?? '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Answers 401 to everybody but Plaza's own processes. */
export const requireInternalToken =
  (internalToken: string): MiddlewareHandler =>
  async (c, next) =>
    isInternal(internalToken, c.req.header('authorization'))
      ? next()
      : errorAnswer(401, 'This address is for other processes of Plaza: send the internal token.');
