import {
  type RolloutAction,
  type RolloutRefusal,
  type RolloutState,
  type RolloutStep,
  type TakenPage,
  takeRolloutStep,
} from '@plaza/contracts';
import { findTakenPages } from '@plaza/contracts/declaration';
import { appendAudit } from '../audit/public.ts';
import type { Query } from '../platform/query.ts';
import type { Services } from '../platform/services.ts';
import { areFilesThere } from './are-files-there.ts';
import { findRelease, listLivePages } from './release.repository.ts';
import { auditPart, type ReleaseActor } from './release-actor.ts';
import { findState, insertChange, lockRollout, saveRollout } from './rollout.repository.ts';

export interface RolloutChangeInput {
  frontend: string;
  step: RolloutStep;
  reason: string;
}
type Refusal =
  | { ok: false; code: RolloutRefusal | 'unknown_release' }
  | { ok: false; code: 'pages_taken'; pages: TakenPage[] };
export type ChangeOutcome = { ok: true; isChanged: boolean } | { ok: false; code: 'files_missing' } | Refusal;

/**
 * Takes a step of a rollout: what visitors get, the history and the audit log change in one transaction. Several at once
 * come one after the other, and each is judged by what it finds.
 */
export async function changeRollout(
  services: Services,
  by: ReleaseActor,
  input: RolloutChangeInput,
): Promise<ChangeOutcome> {
  const refusal = await refuseComing(services, input);
  if (refusal) return { ok: false, code: refusal };
  const { database, clock, changes, log } = services;
  const outcome = await database.client.begin((tx) => takeStep(tx, by, input, clock.now()));
  if (outcome.ok && outcome.action) {
    changes.tell(`rollout:${input.frontend}`);
    log.info({ frontend: input.frontend, action: outcome.action, ...input.step }, 'a rollout was changed');
  }
  return outcome.ok ? { ok: true, isChanged: outcome.action !== null } : outcome;
}

/** As `changeRollout`, in a transaction of the caller, whatever there is of files. */
export async function takeStep(
  tx: Query,
  by: ReleaseActor,
  { frontend, step, reason }: RolloutChangeInput,
  now: Date,
): Promise<{ ok: true; action: RolloutAction | null } | Refusal> {
  const state = await lockRollout(tx, frontend);
  if (!state) return { ok: false, code: 'unknown_release' };
  const outcome = takeRolloutStep(state, step);
  if (!outcome.ok) return outcome;
  const { action } = outcome;
  if (action === null) return { ok: true, action };
  const taken = await findPagesTaken(tx, frontend, state, outcome.state);
  if (taken.length > 0) return { ok: false, code: 'pages_taken', pages: taken };
  const version = 'version' in step ? step.version : null;
  await saveRollout(tx, frontend, outcome.state, now);
  await insertChange(tx, { frontend, action, by, reason, version, now });
  await appendAudit(tx, {
    ...auditPart(by, reason, { ...step }),
    action: `rollout.${action}`,
    subject: { kind: 'frontend', id: frontend },
    at: now,
  });
  return { ok: true, action };
}

/** Which pages of the release that a step brings belong to others by now. No two frontends take one at once. */
async function findPagesTaken(
  tx: Query,
  frontend: string,
  before: RolloutState,
  after: RolloutState,
): Promise<TakenPage[]> {
  const live = [before.stable, before.canary?.version];
  const version = [after.stable, after.canary?.version].find((one) => one && !live.includes(one));
  if (!version) return [];
  await tx`select pg_advisory_xact_lock(hashtext('release.pages'))`;
  const release = await findRelease(tx, { frontend, version });
  return release ? findTakenPages({ frontend, pages: release.pages }, await listLivePages(tx)) : [];
}

/** Why the release that a step would bring cannot come, or null. Looks at its files, so it is asked before the transaction. */
async function refuseComing(
  services: Services,
  { frontend, step }: RolloutChangeInput,
): Promise<'unknown_release' | 'files_missing' | null> {
  const version = await comingVersion(services, frontend, step);
  if (version === null) return null;
  const release = await findRelease(services.database.client, { frontend, version });
  if (!release) return 'unknown_release';
  return (await areFilesThere(services, release)) ? null : 'files_missing';
}

async function comingVersion(
  services: Services,
  frontend: string,
  step: RolloutStep,
): Promise<string | null> {
  if (step.kind === 'activate' || step.kind === 'startCanary') return step.version;
  if (step.kind !== 'rollBack') return null;
  const state = await findState(services.database.client, frontend);
  return state?.stable === step.version ? state.previous : null;
}
