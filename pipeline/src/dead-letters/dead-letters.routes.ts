import { listDeadLettersInput, replayDeadLettersInput } from '@plaza/contracts';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { requireInternalToken } from '../require-internal-token.ts';
import { countDeadLetters, listDeadLetters } from './list-dead-letters.ts';
import { type ReplayOptions, replayDeadLetters } from './replay-dead-letters.ts';

const MAX_BODY_BYTES = 64 * 1024;

/** What could not be taken: how much of it, what it was, and taking it after all. For Plaza's own processes. */
export function deadLettersRoutes(options: ReplayOptions & { internalToken: string }): Hono {
  const { store } = options;
  const app = new Hono();
  app.use(
    '/dead-letters/*',
    requireInternalToken(options.internalToken),
    bodyLimit({ maxSize: MAX_BODY_BYTES }),
  );
  app.get('/dead-letters/counts', async (c) => c.json(await countDeadLetters(store)));
  app.get('/dead-letters', async (c) => {
    const input = listDeadLettersInput.safeParse(c.req.query());
    if (!input.success) return c.json({ message: z.prettifyError(input.error) }, 400);
    return c.json(await listDeadLetters(store, input.data));
  });
  app.post('/dead-letters/replay', async (c) => {
    const input = replayDeadLettersInput.safeParse(await c.req.json().catch(() => null));
    if (!input.success) return c.json({ message: z.prettifyError(input.error) }, 400);
    const outcome = await replayDeadLetters(options, input.data);
    if (outcome.ok) return c.json(outcome.result);
    return c.json({ message: 'The events cannot be stored now. Try again.' }, 503);
  });
  return app;
}
