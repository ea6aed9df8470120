import type { Account, RolloutChangeResult } from '@plaza/contracts';
import type { Services } from '../platform/services.ts';
import { changeRollout, type RolloutChangeInput } from './change-rollout.ts';
import { getRollout } from './list-rollouts.ts';
import { requireOwn } from './own-frontend.ts';

/**
 * As `changeRollout`, by somebody who works on the frontend.
 * @throws NOT_FOUND when they do not, as when there is none
 */
export async function changeOwnRollout(
  services: Services,
  account: Account,
  input: RolloutChangeInput,
): Promise<RolloutChangeResult> {
  await requireOwn(services, account, input.frontend);
  const outcome = await changeRollout(services, { kind: 'person', accountId: account.id }, input);
  return outcome.ok ? { ok: true, rollout: await getRollout(services, account, input.frontend) } : outcome;
}
