import type { ReconciliationDay } from '@plaza/contracts';
import { formatMoney } from '@plaza/ui/format';
import { reconciliationMessages as texts } from './messages.ts';

const net = ({ paidMinor, refundedMinor }: { paidMinor: number; refundedMinor: number }): number =>
  paidMinor - refundedMinor;

/** The ledger less what has arrived, in minor units. */
export const differenceOf = ({ ledger, events }: ReconciliationDay): number => net(ledger) - net(events);

/** What of it waits in the outbox, in minor units. */
export const waitingOf = ({ waiting }: ReconciliationDay): number => net(waiting);

/** What does not agree beside the difference itself. */
export function findProblems({ ledger, events, dashboards, currency }: ReconciliationDay): string[] {
  const paymentsOff = ledger.receivedMinor + ledger.importedMinor - ledger.paidMinor;
  const isShownOtherwise = net(events) !== net(dashboards) || events.orders !== dashboards.orders;
  return [
    ...(paymentsOff === 0 ? [] : [texts.paymentsOff(formatMoney(paymentsOff, currency))]),
    ...(isShownOtherwise ? [texts.dashboardsOff] : []),
  ];
}
