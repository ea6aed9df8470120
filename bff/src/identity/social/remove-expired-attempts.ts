import type { Services } from '../../platform/services.ts';
import { deleteExpiredAttempts } from './social-attempt.repository.ts';

/** Forgets ways to providers that nobody came back from; for a job. */
export const removeExpiredAttempts = ({ database, clock }: Services): Promise<void> =>
  deleteExpiredAttempts(database.client, clock.now());
