import { every, type Job } from '../platform/job.ts';
import type { Services } from '../platform/services.ts';
import { carryOutErasures } from './erasure/carry-out-erasures.ts';
import { removeUnverified } from './erasure/remove-unverified.ts';
import { prepareExports, removeExpiredExports } from './export/prepare-exports.ts';

const EXPORTS_INTERVAL_MS = 4_000;
const ERASURES_INTERVAL_MS = 30_000;
const HOUR_MS = 3_600_000;

/** Copies that were asked for, erasures whose time has come, and accounts that nobody verified. Any number of processes may do it at once. */
export const profileJobs = (services: Services): Job[] => [
  every(
    EXPORTS_INTERVAL_MS,
    'prepare-exports',
    async (signal) => void (await prepareExports(services, signal)),
    services.log,
  ),
  every(HOUR_MS, 'remove-exports', () => removeExpiredExports(services), services.log),
  every(
    ERASURES_INTERVAL_MS,
    'carry-out-erasures',
    async (signal) => void (await carryOutErasures(services, signal)),
    services.log,
  ),
  every(HOUR_MS, 'remove-unverified', (signal) => removeUnverified(services, signal), services.log),
];
