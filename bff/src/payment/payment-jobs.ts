import { every, type Job } from '../platform/job.ts';
import type { Services } from '../platform/services.ts';
import { carryOutRefunds } from './carry-out-refunds.ts';
import { closeOverduePayments } from './close-payments.ts';
import { retryStripeEvents } from './handle-stripe-event.ts';

/** What the payment domain does by itself while the process runs. Any number of processes may do it at once. */
export const paymentJobs = (services: Services): Job[] => [
  every(2_000, 'close-payments', (signal) => closeOverduePayments(services, signal), services.log),
  every(2_000, 'carry-out-refunds', (signal) => carryOutRefunds(services, signal), services.log),
  every(5_000, 'retry-stripe-events', (signal) => retryStripeEvents(services, signal), services.log),
];
