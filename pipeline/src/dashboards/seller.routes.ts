import { idSchema, periodSchema } from '@plaza/contracts';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';
import type { SellerQuestion } from './figure-rows.ts';
import { readSellerCustomers } from './seller-customers.ts';
import { readSellerFunnel } from './seller-funnel.ts';
import { readSellerLive } from './seller-live.ts';
import { readSellerProducts } from './seller-products.ts';
import { readSellerReturns } from './seller-returns.ts';
import { readSellerSales } from './seller-sales.ts';
import { readSellerSources } from './seller-sources.ts';
import { readSellerUnits } from './seller-units.ts';

const sellerQuery = z.object({ sellerId: idSchema });
const periodQuery = periodSchema.safeExtend(sellerQuery.shape);

/** Figures of one seller, a route for each panel. Who may ask for which seller is the asker's to know. */
export function sellerRoutes({ store, now }: { store: Store; now: () => Date }): Hono {
  const app = new Hono();
  const ofPeriod = (path: string, read: (store: Store, question: SellerQuestion) => Promise<object>) =>
    app.get(path, async (c) => {
      const query = periodQuery.safeParse(c.req.query());
      if (!query.success) return c.json({ message: z.prettifyError(query.error) }, 400);
      const { sellerId, from, to } = query.data;
      return c.json(await read(store, { sellerId, period: { from, to }, now: now() }));
    });
  const ofNow = (
    path: string,
    read: (store: Store, question: { sellerId: string; now: Date }) => Promise<object>,
  ) =>
    app.get(path, async (c) => {
      const query = sellerQuery.safeParse(c.req.query());
      if (!query.success) return c.json({ message: z.prettifyError(query.error) }, 400);
      return c.json(await read(store, { ...query.data, now: now() }));
    });
  ofPeriod('/sales', readSellerSales);
  ofPeriod('/funnel', readSellerFunnel);
  ofPeriod('/sources', readSellerSources);
  ofPeriod('/products', readSellerProducts);
  ofPeriod('/returns', readSellerReturns);
  ofPeriod('/customers', readSellerCustomers);
  ofNow('/live', readSellerLive);
  ofNow('/units', readSellerUnits);
  return app;
}
