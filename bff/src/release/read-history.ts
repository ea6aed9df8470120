import { type RolloutChange, type rolloutHistoryInput, shiftDay } from '@plaza/contracts';
import type { z } from 'zod';
import type { Services } from '../platform/services.ts';
import { listChanges } from './rollout.repository.ts';

const MAX_CHANGES = 200;

/** What was done with a frontend on the days of a period (UTC); nothing for one that there is not, such as the shell. */
export async function readHistory(
  { database }: Services,
  { frontend, from, to }: z.output<typeof rolloutHistoryInput>,
): Promise<{ changes: RolloutChange[] }> {
  const between = { from: `${from}T00:00:00Z`, before: `${shiftDay(to, 1)}T00:00:00Z` };
  return { changes: await listChanges(database.client, { frontend, between, limit: MAX_CHANGES }) };
}
