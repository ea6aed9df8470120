import {
  audienceSchema,
  buyerCohortsSchema,
  marketSalesSchema,
  periodSchema,
  reconciliationReportSchema,
  searchQualitySchema,
  teamFailuresSchema,
  teamFiguresInput,
  teamFunnelSchema,
  teamUsageSchema,
  vitalsReportSchema,
} from '@plaza/contracts';
import { admin, developer, support } from '../../platform/policy.ts';
import { procedure, router } from '../../platform/trpc.ts';
import { askPipeline } from '../ask-pipeline.ts';

/** How a frontend and its versions do, a procedure for each panel. */
export const teamFiguresRouter = router({
  usage: procedure(developer)
    .input(teamFiguresInput)
    .output(teamUsageSchema)
    .query(({ ctx, input }) => askPipeline(ctx.services, teamUsageSchema, 'dashboards/team/usage', input)),
  vitals: procedure(developer)
    .input(teamFiguresInput)
    .output(vitalsReportSchema)
    .query(({ ctx, input }) =>
      askPipeline(ctx.services, vitalsReportSchema, 'dashboards/team/vitals', input),
    ),
  funnel: procedure(developer)
    .input(teamFiguresInput)
    .output(teamFunnelSchema)
    .query(({ ctx, input }) => askPipeline(ctx.services, teamFunnelSchema, 'dashboards/team/funnel', input)),
  failures: procedure(developer)
    .input(teamFiguresInput)
    .output(teamFailuresSchema)
    .query(({ ctx, input }) =>
      askPipeline(ctx.services, teamFailuresSchema, 'dashboards/team/failures', input),
    ),
});

/** How the market does as a whole, a procedure for each panel; and whether its figures agree with its books. */
export const platformFiguresRouter = router({
  sales: procedure(support)
    .input(periodSchema)
    .output(marketSalesSchema)
    .query(({ ctx, input }) =>
      askPipeline(ctx.services, marketSalesSchema, 'dashboards/platform/sales', input),
    ),
  search: procedure(support)
    .input(periodSchema)
    .output(searchQualitySchema)
    .query(({ ctx, input }) =>
      askPipeline(ctx.services, searchQualitySchema, 'dashboards/platform/search', input),
    ),
  audience: procedure(support)
    .input(periodSchema)
    .output(audienceSchema)
    .query(({ ctx, input }) =>
      askPipeline(ctx.services, audienceSchema, 'dashboards/platform/audience', input),
    ),
  vitals: procedure(support)
    .input(periodSchema)
    .output(vitalsReportSchema)
    .query(({ ctx, input }) =>
      askPipeline(ctx.services, vitalsReportSchema, 'dashboards/platform/vitals', input),
    ),
  cohorts: procedure(support)
    .output(buyerCohortsSchema)
    .query(({ ctx }) => askPipeline(ctx.services, buyerCohortsSchema, 'dashboards/platform/cohorts')),
  reconciliation: procedure(admin)
    .input(periodSchema)
    .output(reconciliationReportSchema)
    .query(({ ctx, input }) =>
      askPipeline(ctx.services, reconciliationReportSchema, 'dashboards/reconciliation', input),
    ),
});
