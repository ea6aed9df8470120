import type { Account, ActivityPage, activityInput } from '@plaza/contracts';
import type { z } from 'zod';
import type { Services } from '../platform/services.ts';
import { readActivity } from './activity.repository.ts';

/** A page of what happened to an account and what its owner did, newest first. Staff are not named. */
export async function listActivity(
  { database }: Pick<Services, 'database'>,
  account: Account,
  { cursor, pageSize }: z.output<typeof activityInput>,
): Promise<ActivityPage> {
  const entries = await readActivity(database.client, { accountId: account.id, cursor, limit: pageSize + 1 });
  const items = entries.slice(0, pageSize);
  const last = items.at(-1);
  return { items, nextCursor: entries.length > items.length && last ? last.seq : null };
}
