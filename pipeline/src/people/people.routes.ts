import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';
import { requireInternalToken } from '../require-internal-token.ts';
import { erasePerson, eraseSchema } from './erase-person.ts';
import { personSchema } from './person.ts';
import { readPersonEvents } from './read-person-events.ts';

const MAX_BODY_BYTES = 64 * 1024;

interface PeopleRoutesOptions {
  store: Store;
  internalToken: string;
  /** Settles when nothing of an earlier process waits to be inserted. */
  ready: Promise<void>;
}

/** What the BFF asks for when somebody wants a copy of what is held of them, or wants it gone. */
export function peopleRoutes({ store, internalToken, ready }: PeopleRoutesOptions): Hono {
  const app = new Hono();
  app.use('/people/*', requireInternalToken(internalToken), bodyLimit({ maxSize: MAX_BODY_BYTES }));
  app.post('/people/events', async (c) => {
    const person = personSchema.safeParse(await readJson(c.req.raw));
    if (!person.success) return c.json({ message: z.prettifyError(person.error) }, 400);
    const lines = await readPersonEvents(store, person.data);
    const body = Readable.toWeb(Readable.from(withLineBreaks(lines), { objectMode: false }));
    return new Response(body, { headers: { 'content-type': 'application/x-ndjson' } });
  });
  app.post('/people/erase', async (c) => {
    const person = eraseSchema.safeParse(await readJson(c.req.raw));
    if (!person.success) return c.json({ message: z.prettifyError(person.error) }, 400);
    await ready;
    return c.json(await erasePerson(store, person.data));
  });
  return app;
}

const readJson = (request: Request): Promise<unknown> => request.json().catch(() => null);

async function* withLineBreaks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}
