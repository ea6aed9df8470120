import type { ReconciliationState } from '@plaza/contracts';

const states: Record<ReconciliationState, string> = {
  equal: 'To the cent',
  on_its_way: 'On its way',
  differs: 'Differs',
  moving: 'Still moving',
};

/** Texts of the page that compares the books with the figures. */
export const reconciliationMessages = {
  title: 'Reconciliation',
  text: 'What the ledger says of each day, beside what arrived in the store of figures and what dashboards show of it.',
  states,
  allEqual: (days: number) =>
    days === 1 ? 'The day agrees to the cent.' : `All ${days} days that are over agree to the cent.`,
  someWait: 'What is missing waits in the outbox and arrives by itself.',
  someDiffer: (days: number) =>
    days === 1
      ? 'One day does not agree. Somebody has to find out why.'
      : `${days} days do not agree. Somebody has to find out why.`,
  noneTitle: 'No money moved in these days',
  noneText: 'Days with an order or a refund appear here.',
  noDays: 'There is no day that is over to compare yet.',
  freshness: 'How fresh the figures are',
  waiting: 'Facts in the outbox',
  oldest: (age: string) => `The oldest waits for ${age}`,
  nothingWaits: 'Nothing waits',
  lastFact: 'Last fact arrived',
  lastEvent: 'Last event taken',
  noFact: 'None yet',
  noEvent: 'None in two days',
  deadLetters: 'Dead letters',
  lookAt: 'Look at them',
  seconds: (count: number) => `${count} s`,
  minutes: (count: number) => `${count} min`,
  hours: (count: number) => `${count} h`,
  byDay: 'By day',
  byDayText:
    'What the ledger says, by the day on which the money moved, and below it what arrived where that is something else. A difference is the ledger less what arrived.',
  day: 'Day',
  orders: 'Orders',
  paid: 'Paid',
  refunded: 'Refunded',
  arrived: (figure: string) => `${figure} arrived`,
  difference: 'Difference',
  waits: 'In the outbox',
  state: 'State',
  paymentsOff: (difference: string) => `Payments brought in ${difference} more than the orders say.`,
  dashboardsOff: 'Dashboards show something else than what arrived.',
  csvHead: [
    'Day',
    'Currency',
    'Orders, ledger',
    'Orders, arrived',
    'Paid, ledger',
    'Payments',
    'Imported without a payment',
    'Paid, arrived',
    'Paid, dashboards',
    'Refunded, ledger',
    'Refunded, arrived',
    'Refunded, dashboards',
    'Paid, in the outbox',
    'Refunded, in the outbox',
    'State',
  ],
} as const;
