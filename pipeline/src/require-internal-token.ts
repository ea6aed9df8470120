import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

/** Lets Plaza's own processes pass. They say who may see what: here only the shared token counts. */
export function requireInternalToken(internalToken: string): MiddlewareHandler {
  const expected = Buffer.from(`Bearer ${internalToken}`);
  return async (c, next) => {
    const given = Buffer.from(c.req.header('authorization') ?? '');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      return c.json(
        { message: 'This address is for other processes of Plaza: send the internal token.' },
        401,
      );
    }
    return next();
  };
}
