import {
  alertDetailSchema,
  alertIdInput,
  alertListResult,
  handleAlertInput,
  handleAlertResult,
  listAlertsInput,
  notMeInput,
  notMeResult,
} from '@plaza/contracts';
import { allOf, anyone, fresh, support } from '../../platform/policy.ts';
import { accountProcedure, procedure, router } from '../../platform/trpc.ts';
import { getAlert } from './get-alert.ts';
import { acknowledgeAlert, closeAlert } from './handle-alert.ts';
import { listAlerts } from './list-alerts.ts';
import { reportNotMe } from './report-not-me.ts';

/** What the watch over sign-ins has seen, for the staff. What owners see of it is in `profile.activity`. */
export const watchRouter = router({
  /** "This was not me", with the token of the mail. */
  notMe: procedure(anyone)
    .input(notMeInput)
    .output(notMeResult)
    .mutation(({ ctx, input }) => reportNotMe(ctx.services, input)),
  alerts: accountProcedure(support)
    .input(listAlertsInput)
    .output(alertListResult)
    .query(({ ctx, input }) => listAlerts(ctx.services, input)),
  alert: accountProcedure(support)
    .input(alertIdInput)
    .output(alertDetailSchema)
    .query(({ ctx, input }) => getAlert(ctx.services, input.alertId)),
  acknowledge: accountProcedure(allOf(support, fresh))
    .input(handleAlertInput)
    .output(handleAlertResult)
    .mutation(({ ctx, input }) => acknowledgeAlert(ctx.services, ctx.account, input)),
  close: accountProcedure(allOf(support, fresh))
    .input(handleAlertInput)
    .output(handleAlertResult)
    .mutation(({ ctx, input }) => closeAlert(ctx.services, ctx.account, input)),
});
