import { type CanaryAudience, canaryAudienceSchema, frontendNameSchema } from '@plaza/contracts';
import { z } from 'zod';
import { momentSchema, parseRows, type Query, toJson } from '../platform/query.ts';
import type { Services } from '../platform/services.ts';
import { type ChangeOutcome, changeRollout } from './change-rollout.ts';

/** A canary that runs beside its stable release. */
export interface Trial {
  frontend: string;
  version: string;
  stableVersion: string;
  audience: CanaryAudience;
  isHeld: boolean;
  startedAt: Date;
  /** As it was saved; null until then. */
  guardState: unknown;
}

const trialSchema = z.object({
  trial: z.object({
    frontend: frontendNameSchema,
    version: z.string(),
    stableVersion: z.string(),
    audience: canaryAudienceSchema,
    isHeld: z.boolean(),
    startedAt: momentSchema,
    guardState: z.unknown(),
  }),
});

export async function listTrials({ database }: Pick<Services, 'database'>): Promise<Trial[]> {
  const rows = await database.client`
    select jsonb_build_object('frontend', frontend, 'version', canary_version, 'stableVersion', stable_version,
      'audience', canary_audience, 'isHeld', is_canary_held, 'startedAt', canary_started_at,
      'guardState', guard_state) as trial
    from rollout where canary_version is not null order by frontend`;
  return parseRows(trialSchema, rows).map(({ trial }) => trial);
}

interface GuardSave {
  frontend: string;
  version: string;
  /** The state that this one follows, as `listTrials` gave it. */
  expected: unknown;
  /** `report` of it is shown in the console. */
  guardState: { report: object };
}
/** Keeps what the guard knows. False, and nothing is kept, when the canary is over or another process was faster. */
export async function saveGuardState(
  { database }: Pick<Services, 'database'>,
  save: GuardSave,
): Promise<boolean> {
  const rows = await updateGuardState(database.client, save);
  return rows.length > 0;
}

const updateGuardState = (query: Query, { frontend, version, expected, guardState }: GuardSave) => query`
  update rollout set guard_state = ${toJson(guardState)}::text::jsonb
  where frontend = ${frontend} and canary_version = ${version}
    and guard_state is not distinct from ${expected === null ? null : toJson(expected)}::text::jsonb
  returning frontend`;

/** Ends a canary that the guard has found to be worse. Refused, and harmless, when it is over. */
export const rollBackAsGuard = (
  services: Services,
  { frontend, version, reason }: { frontend: string; version: string; reason: string },
): Promise<ChangeOutcome> =>
  changeRollout(
    services,
    { kind: 'program', name: 'Guard', tokenId: null },
    { frontend, step: { kind: 'endCanary', version }, reason },
  );
