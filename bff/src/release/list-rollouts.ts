import type { Account, Rollout } from '@plaza/contracts';
import type { Services } from '../platform/services.ts';
import { notFound } from '../platform/trpc.ts';
import { listRollouts as findRollouts } from './rollout.repository.ts';
import { toRollout } from './to-rollout.ts';

/** What visitors get, of all frontends by name. */
export async function listRollouts(
  { database }: Services,
  account: Account,
): Promise<{ rollouts: Rollout[] }> {
  const records = await findRollouts(database.client, { accountId: account.id });
  return { rollouts: records.map((record) => toRollout(record, account)) };
}

/** Of one frontend. @throws NOT_FOUND */
export async function getRollout(
  { database }: Services,
  account: Account,
  frontend: string,
): Promise<Rollout> {
  const [record] = await findRollouts(database.client, { accountId: account.id, frontend });
  if (!record) throw notFound('frontend');
  return toRollout(record, account);
}
