import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import type { Store } from '../clickhouse/store.ts';
import { requireInternalToken } from '../require-internal-token.ts';
import { listViews, rebuildView } from './rebuild-view.ts';

export interface ViewsOptions {
  store: Store;
  internalToken: string;
  /** Whether no batch of facts is half delivered. */
  isQuiet: () => Promise<boolean>;
}

/** What an operator asks for by `npm run views`. A rebuild answers its progress as lines of JSON; the last has `done` or `message`. */
export function viewsRoutes({ store, internalToken, isQuiet }: ViewsOptions): Hono {
  const app = new Hono();
  app.use('/views/*', requireInternalToken(internalToken));
  app.get('/views/', async (c) => c.json(await listViews(store)));
  app.post('/views/:table/rebuild', (c) =>
    stream(c, async (body) => {
      const say = (line: object) => body.writeln(JSON.stringify(line));
      try {
        await rebuildView(store, c.req.param('table'), isQuiet, (progress) => void say(progress));
        await say({ done: true });
      } catch (error) {
        await say({ message: error instanceof Error ? error.message : String(error) });
      }
    }),
  );
  return app;
}
