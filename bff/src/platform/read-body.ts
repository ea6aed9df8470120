import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';
import { firstIssue } from './trpc.ts';

/** The JSON of a request as the schema says it is. @throws 400 that names what is wrong first */
export async function readBody<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  const body: unknown = await c.req.json().catch(() => undefined);
  const input = schema.safeParse(body);
  if (!input.success) throw new HTTPException(400, { message: firstIssue(input.error) });
  return input.data;
}
