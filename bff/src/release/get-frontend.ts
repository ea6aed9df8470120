import type { Account, FrontendDetail } from '@plaza/contracts';
import { EMAIL_CONTEXT } from '../identity/public.ts';
import type { Services } from '../platform/services.ts';
import { listMembers } from './frontend-member.repository.ts';
import { getRollout } from './list-rollouts.ts';
import { listReleases } from './release.repository.ts';
import { listTokens } from './release-token.repository.ts';
import { listChanges } from './rollout.repository.ts';

const MAX_LISTED = 100;

/** One frontend with its releases, its history and who may change it. @throws NOT_FOUND */
export async function getFrontend(
  services: Services,
  account: Account,
  { frontend }: { frontend: string },
): Promise<FrontendDetail> {
  const { database, sealing, clock } = services;
  const rollout = await getRollout(services, account, frontend);
  const [releases, changes, members, tokens] = await Promise.all([
    listReleases(database.client, frontend, MAX_LISTED),
    listChanges(database.client, { frontend, limit: MAX_LISTED }),
    listMembers(database.client, frontend, MAX_LISTED),
    rollout.isOwn ? listTokens(database.client, { frontend, now: clock.now() }) : [],
  ]);
  return {
    rollout,
    releases,
    changes,
    members: members.map(({ email, ...member }) => ({
      ...member,
      email: rollout.isOwn ? sealing.open(email, EMAIL_CONTEXT) : null,
    })),
    mayChangeMembers: account.roles.includes('admin'),
    tokens,
  };
}
