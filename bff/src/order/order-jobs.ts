import { every, type Job } from '../platform/job.ts';
import type { Services } from '../platform/services.ts';
import { expireOrders } from './expire-orders.ts';

const EXPIRE_INTERVAL_MS = 2_000;

/** What the order domain does by itself while the process runs. Any number of processes may do it at once. */
export const orderJobs = (services: Services): Job[] => [
  every(
    EXPIRE_INTERVAL_MS,
    'expire-orders',
    async (signal) => {
      const count = await expireOrders(services, signal);
      if (count > 0) services.log.info({ count }, 'unpaid orders ran out');
    },
    services.log,
  ),
];
