import type { Services } from '../../platform/services.ts';
import { deleteExpiredProofs } from './proof-challenge.repository.ts';

/** Forgets what was asked and never answered, and what was begun and never confirmed; for a job. */
export const removeExpiredProofs = ({ database, clock }: Services): Promise<void> =>
  deleteExpiredProofs(database.client, clock.now());
