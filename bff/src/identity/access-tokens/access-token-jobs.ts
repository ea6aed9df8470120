import { every, type Job } from '../../platform/job.ts';
import type { Services } from '../../platform/services.ts';
import { deleteExpiredClients } from './api-client.repository.ts';
import { rotateSigningKeys } from './signing-keys.ts';

const HOUR_MS = 3_600_000;

/** What happens to keys and clients by itself. */
export const accessTokenJobs = (services: Services): Job[] => [
  every(HOUR_MS, 'rotate-signing-keys', async () => void (await rotateSigningKeys(services)), services.log),
  every(
    HOUR_MS,
    'remove-expired-api-clients',
    () => deleteExpiredClients(services.database.client, services.clock.now()),
    services.log,
  ),
];
