import { dayOf, MARKET_CURRENCY, periodSchema, teamFiguresInput, trialBlocksInput } from '@plaza/contracts';
import { Hono } from 'hono';
import type { Sql } from 'postgres';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';
import { requireInternalToken } from '../require-internal-token.ts';
import { readCohorts } from './cohorts.ts';
import { readAudience } from './platform-audience.ts';
import { readMarketSales } from './platform-sales.ts';
import { readSearchQuality } from './platform-search.ts';
import { readReconciliationReport } from './reconciliation-report.ts';
import { readTeamFailures } from './team-failures.ts';
import { readTeamFunnel } from './team-funnel.ts';
import { readTeamUsage } from './team-usage.ts';
import { readTrialBlocks } from './trial.ts';
import { readVitals } from './vitals.ts';

export interface PlatformRoutesOptions {
  store: Store;
  sql: Sql;
  internalToken: string;
  now: () => Date;
}

/** Figures of Plaza's teams and of the market as a whole, a route for each panel; its books; and trials of canaries. */
export function platformRoutes({ store, sql, internalToken, now }: PlatformRoutesOptions): Hono {
  const app = new Hono();
  app.use('*', requireInternalToken(internalToken));
  const stores = { store, sql };
  const answer = <Query>(path: string, schema: z.ZodType<Query>, read: (query: Query) => Promise<object>) =>
    app.get(path, async (c) => {
      const query = schema.safeParse(c.req.query());
      if (!query.success) return c.json({ message: z.prettifyError(query.error) }, 400);
      return c.json(await read(query.data));
    });

  answer('/dashboards/team/usage', teamFiguresInput, (input) => readTeamUsage(store, input));
  answer('/dashboards/team/vitals', teamFiguresInput, ({ frontend, ...period }) =>
    readVitals(store, { period, frontend, by: 'mfe_version' }),
  );
  answer('/dashboards/team/funnel', teamFiguresInput, (input) => readTeamFunnel(store, input));
  answer('/dashboards/team/failures', teamFiguresInput, (input) => readTeamFailures(store, input));
  answer('/dashboards/trial', trialBlocksInput, (input) => readTrialBlocks(store, { ...input, now: now() }));
  answer('/dashboards/platform/sales', periodSchema, (period) => readMarketSales(stores, period));
  answer('/dashboards/platform/search', periodSchema, (period) => readSearchQuality(store, period));
  answer('/dashboards/platform/audience', periodSchema, (period) => readAudience(store, period));
  answer('/dashboards/platform/vitals', periodSchema, (period) =>
    readVitals(store, { period, by: 'device' }),
  );
  answer('/dashboards/platform/cohorts', z.object({}), () =>
    readCohorts(store, { whose: '', params: {}, currency: MARKET_CURRENCY, today: dayOf(now()) }),
  );
  answer('/dashboards/reconciliation', periodSchema, (period) =>
    readReconciliationReport(stores, { period, now: now() }),
  );
  return app;
}
