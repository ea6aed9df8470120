import { z } from 'zod';

/** What a procedure answers that refuses for one of these reasons, which it tells in words too. */
export const refused = <Code extends string>(...codes: [Code, ...Code[]]) =>
  z.object({ ok: z.literal(false), code: z.enum(codes), message: z.string() });
