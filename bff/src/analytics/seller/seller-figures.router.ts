import {
  type Period,
  periodSchema,
  sellerCustomersSchema,
  sellerFunnelSchema,
  sellerLiveSchema,
  sellerProductsSchema,
  sellerReturnsSchema,
  sellerSalesSchema,
  sellerSourcesSchema,
  sellerStockSchema,
  stopReportInput,
  stopReportResult,
  weeklyReportSchema,
} from '@plaza/contracts';
import type { z } from 'zod';
import { anyone, sellerMay } from '../../platform/policy.ts';
import type { Services } from '../../platform/services.ts';
import { procedure, router, sellerProcedure } from '../../platform/trpc.ts';
import { askPipeline } from '../ask-pipeline.ts';
import { getReportChoice, setReportChoice } from '../weekly-report/choose-report.ts';
import { stopReport } from '../weekly-report/stop-report.ts';
import { getSellerStock } from './get-seller-stock.ts';

const figures = () => sellerProcedure(sellerMay('figures'));

/** Whose figures: always the asker's own seller, whatever is asked. */
const ofSeller = <Answer>(
  { services, seller }: { services: Services; seller: { id: string } },
  schema: z.ZodType<Answer>,
  panel: string,
  period?: Period,
) => askPipeline(services, schema, `dashboards/seller/${panel}`, { sellerId: seller.id, ...period });

/** A seller's dashboard, a procedure for each panel. */
export const sellerFiguresRouter = router({
  sales: figures()
    .input(periodSchema)
    .output(sellerSalesSchema)
    .query(({ ctx, input }) => ofSeller(ctx, sellerSalesSchema, 'sales', input)),
  live: figures()
    .output(sellerLiveSchema)
    .query(({ ctx }) => ofSeller(ctx, sellerLiveSchema, 'live')),
  funnel: figures()
    .input(periodSchema)
    .output(sellerFunnelSchema)
    .query(({ ctx, input }) => ofSeller(ctx, sellerFunnelSchema, 'funnel', input)),
  sources: figures()
    .input(periodSchema)
    .output(sellerSourcesSchema)
    .query(({ ctx, input }) => ofSeller(ctx, sellerSourcesSchema, 'sources', input)),
  products: figures()
    .input(periodSchema)
    .output(sellerProductsSchema)
    .query(({ ctx, input }) => ofSeller(ctx, sellerProductsSchema, 'products', input)),
  returns: figures()
    .input(periodSchema)
    .output(sellerReturnsSchema)
    .query(({ ctx, input }) => ofSeller(ctx, sellerReturnsSchema, 'returns', input)),
  customers: figures()
    .input(periodSchema)
    .output(sellerCustomersSchema)
    .query(({ ctx, input }) => ofSeller(ctx, sellerCustomersSchema, 'customers', input)),
  stock: figures()
    .output(sellerStockSchema)
    .query(({ ctx }) => getSellerStock(ctx.services, ctx.seller)),
  weeklyReport: figures()
    .output(weeklyReportSchema)
    .query(({ ctx }) => getReportChoice(ctx.services, ctx.account)),
  setWeeklyReport: figures()
    .input(weeklyReportSchema)
    .output(weeklyReportSchema)
    .mutation(({ ctx, input }) => setReportChoice(ctx.services, ctx.account, input)),
  /** By the link in a report, signed in or not. */
  stopWeeklyReport: procedure(anyone)
    .input(stopReportInput)
    .output(stopReportResult)
    .mutation(({ ctx, input }) => stopReport(ctx.services, input)),
});
