import type { Account, Privacy } from '@plaza/contracts';
import type { Services } from '../platform/services.ts';
import { findDueAt } from './erasure/erasure.repository.ts';
import { findObstacles } from './erasure/obstacles.repository.ts';
import { listExportsOf } from './export/data-export.repository.ts';
import { toPerson } from './person.ts';

/** The copies that an account has asked for, and whether it is to be erased or what stands in the way of that. */
export async function getPrivacy({ database, clock, env }: Services, account: Account): Promise<Privacy> {
  const now = clock.now();
  const [exports, obstacles, dueAt] = await Promise.all([
    listExportsOf(database.client, account.id, now),
    findObstacles(database.client, toPerson(account), now),
    findDueAt(database.client, account.id),
  ]);
  const erasureDueAt = dueAt?.toISOString() ?? null;
  return { exports, obstacles, erasureDueAt, graceDays: env.ERASURE_GRACE_DAYS };
}
