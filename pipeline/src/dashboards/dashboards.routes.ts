import { Hono } from 'hono';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';
import { requireInternalToken } from '../require-internal-token.ts';
import { readReconciliation } from './reconciliation.ts';
import { sellerRoutes } from './seller.routes.ts';

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const reconciliationQuery = z.object({ from: moment, to: moment });

export interface DashboardsOptions {
  store: Store;
  internalToken: string;
  now: () => Date;
}

/** Figures for Plaza's own processes. They say who may see them: here only the shared token counts. */
export function dashboardsRoutes({ store, internalToken, now }: DashboardsOptions): Hono {
  const app = new Hono();
  app.use('*', requireInternalToken(internalToken));
  app.route('/dashboards/seller', sellerRoutes({ store, now }));
  app.get('/reconciliation', async (c) => {
    const query = reconciliationQuery.safeParse(c.req.query());
    if (!query.success) return c.json({ message: z.prettifyError(query.error) }, 400);
    return c.json(await readReconciliation(store, query.data.from, query.data.to));
  });
  return app;
}
