import {
  alertDetailSchema,
  alertIdInput,
  alertListResult,
  handleAlertInput,
  handleAlertResult,
  listAlertsInput,
  notMeInput,
  notMeResult,
  ownSignInsResult,
} from '@plaza/contracts';
import { allOf, anyone, fresh, signedIn, support } from '../../platform/policy.ts';
import { accountProcedure, procedure, router } from '../../platform/trpc.ts';
import { getAlert } from './get-alert.ts';
import { acknowledgeAlert, closeAlert } from './handle-alert.ts';
import { listAlerts } from './list-alerts.ts';
import { listOwnSignIns } from './list-own-sign-ins.ts';
import { reportNotMe } from './report-not-me.ts';

/** What the watch over sign-ins has seen, for the staff and for each about themselves. */
export const watchRouter = router({
  ownSignIns: accountProcedure(signedIn)
    .output(ownSignInsResult)
    .query(({ ctx }) => listOwnSignIns(ctx)),
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
