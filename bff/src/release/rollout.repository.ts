import {
  canaryAudienceSchema,
  frontendNameSchema,
  newId,
  type RolloutAction,
  type RolloutState,
  rolloutChangeSchema,
} from '@plaza/contracts';
import { registryEntrySchema } from '@plaza/contracts/registry';
import { z } from 'zod';
import { momentSchema, parseRows, type Query, toJson } from '../platform/query.ts';
import { summaryJson, summaryRecordSchema } from './release.repository.ts';
import type { ReleaseActor } from './release-actor.ts';

/** Begins the rollout of a frontend that nothing was released of; leaves one that there is. */
export async function insertRollout(
  tx: Query,
  { frontend, title, team }: { frontend: string; title: string; team: string },
): Promise<void> {
  await tx`
    insert into rollout (frontend, title, team) values (${frontend}, ${title}, ${team}) on conflict do nothing`;
}

const stateSchema = z.object({
  state: z.object({
    stable: z.string().nullable(),
    previous: z.string().nullable(),
    canary: z.object({ version: z.string(), audience: canaryAudienceSchema, isHeld: z.boolean() }).nullable(),
    isOff: z.boolean(),
  }),
});

const selectState = (query: Query, frontend: string) => query`
  select jsonb_build_object('stable', stable_version, 'previous', previous_version, 'isOff', is_off, 'canary',
    case when canary_version is not null then jsonb_build_object('version', canary_version,
      'audience', canary_audience, 'isHeld', is_canary_held) end) as state
  from rollout where frontend = ${frontend}`;

/** What visitors get of a frontend; null for one that there is not. */
export async function findState(query: Query, frontend: string): Promise<RolloutState | null> {
  return parseRows(stateSchema, await selectState(query, frontend))[0]?.state ?? null;
}

/** As `findState`, and nobody else changes it until the end of the transaction. */
export async function lockRollout(tx: Query, frontend: string): Promise<RolloutState | null> {
  return parseRows(stateSchema, await tx`${selectState(tx, frontend)} for update`)[0]?.state ?? null;
}

/**
 * Title and team are those that the stable release declares. Another canary begins now, and the guard anew; so does one
 * that comes from staff to visitors or the other way, as what staff do says nothing of visitors.
 */
export async function saveRollout(
  tx: Query,
  frontend: string,
  { stable, previous, canary, isOff }: RolloutState,
  now: Date,
): Promise<void> {
  const canaryVersion = canary?.version ?? null;
  const goesOn = tx`(canary_version = ${canaryVersion}::text
    and (canary_audience ->> 'kind' = 'internal') = ${canary?.audience.kind === 'internal'})`;
  await tx`
    update rollout o set stable_version = ${stable}, previous_version = ${previous}, is_off = ${isOff},
      canary_version = ${canaryVersion}, canary_audience = ${canary && toJson(canary.audience)}::text::jsonb,
      is_canary_held = ${canary?.isHeld ?? false},
      canary_started_at = case when ${canaryVersion}::text is null then null
        when ${goesOn} then canary_started_at else ${now.toISOString()}::timestamptz end,
      guard_state = case when ${goesOn} then guard_state end,
      title = coalesce(r.manifest #>> '{declaration,title}', title),
      team = coalesce(r.manifest #>> '{declaration,team}', team)
    from (select) as one left join release r on r.frontend = ${frontend} and r.version = ${stable}::text
    where o.frontend = ${frontend}`;
}

const rolloutSchema = z.object({
  rollout: z.object({
    frontend: frontendNameSchema,
    title: z.string(),
    team: z.string(),
    stable: summaryRecordSchema.nullable(),
    previous: summaryRecordSchema.nullable(),
    canary: z
      .object({
        release: summaryRecordSchema,
        audience: canaryAudienceSchema,
        isHeld: z.boolean(),
        startedAt: momentSchema.transform((moment) => moment.toISOString()),
        guardState: z.unknown(),
      })
      .nullable(),
    isOff: z.boolean(),
    isOwn: z.boolean(),
  }),
});
export type RolloutRecord = z.output<typeof rolloutSchema>['rollout'];

/**
 * What visitors get, of all frontends by name or of one.
 * @param accountId whose frontends are told apart as own
 */
export async function listRollouts(
  query: Query,
  { accountId, frontend = null }: { accountId: string | null; frontend?: string | null },
): Promise<RolloutRecord[]> {
  const rows = await query`
    select jsonb_build_object('frontend', o.frontend, 'title', o.title, 'team', o.team, 'isOff', o.is_off,
      'stable', ${summaryJson(query, 's')}, 'previous', ${summaryJson(query, 'p')},
      'canary', case when c.version is not null then jsonb_build_object('release', ${summaryJson(query, 'c')},
        'audience', o.canary_audience, 'isHeld', o.is_canary_held, 'startedAt', o.canary_started_at,
        'guardState', o.guard_state) end,
      'isOwn', exists (
        select from frontend_member m where m.frontend = o.frontend and m.account_id = ${accountId}::uuid)) as rollout
    from rollout o
      left join release s on s.frontend = o.frontend and s.version = o.stable_version
      left join release p on p.frontend = o.frontend and p.version = o.previous_version
      left join release c on c.frontend = o.frontend and c.version = o.canary_version
    where ${frontend}::text is null or o.frontend = ${frontend}
    order by o.frontend`;
  return parseRows(rolloutSchema, rows).map(({ rollout }) => rollout);
}

const entryRow = z.object({ frontend: frontendNameSchema, entry: registryEntrySchema });
/** What the shell goes by: every frontend of which something is stable. */
export async function readRegistryEntries(query: Query) {
  const rows = await query`
    select o.frontend, jsonb_build_object('stable', s.manifest->'release', 'previous', p.manifest->'release',
      'isOff', o.is_off, 'canary', case when c.version is not null then jsonb_build_object(
        'release', c.manifest->'release', 'audience', o.canary_audience, 'isHeld', o.is_canary_held) end) as entry
    from rollout o
      join release s on s.frontend = o.frontend and s.version = o.stable_version
      left join release p on p.frontend = o.frontend and p.version = o.previous_version
      left join release c on c.frontend = o.frontend and c.version = o.canary_version
    order by o.frontend`;
  return parseRows(entryRow, rows);
}

interface NewChange {
  frontend: string;
  action: RolloutAction | 'registered';
  by: ReleaseActor;
  reason: string;
  version: string | null;
  now: Date;
}
export async function insertChange(
  tx: Query,
  { frontend, action, by, reason, version, now }: NewChange,
): Promise<void> {
  const [person, program] = by.kind === 'person' ? [by.accountId, null] : [null, by.name];
  await tx`
    insert into rollout_change (id, frontend, at, action, by_person, by_program, reason, version)
    values (${newId()}, ${frontend}, ${now.toISOString()}::timestamptz, ${action}, ${person}::uuid, ${program}, ${reason},
      ${version})`;
}

/** Whether the last step of a frontend was taken by somebody else than the program of this name. */
export async function isDecidedByOthers(query: Query, frontend: string, name: string): Promise<boolean> {
  const rows = await query`
    select from (
      select by_program from rollout_change where frontend = ${frontend} and action <> 'registered'
      order by id desc limit 1) last
    where by_program is distinct from ${name}`;
  return rows.length > 0;
}

const changeRow = z.object({
  change: rolloutChangeSchema.extend({ at: momentSchema.transform((moment) => moment.toISOString()) }),
});
interface ChangesQuestion {
  frontend: string;
  /** Moments: from the first, before the second. All when left out. */
  between?: { from: string; before: string };
  limit: number;
}
/** The newest first. */
export async function listChanges(query: Query, { frontend, between, limit }: ChangesQuestion) {
  const inTime = between
    ? query`and h.at >= ${between.from}::timestamptz and h.at < ${between.before}::timestamptz`
    : query``;
  const rows = await query`
    select jsonb_build_object('id', h.id, 'at', h.at, 'action', h.action, 'reason', h.reason, 'version', h.version,
      'by', coalesce(h.by_program, a.display_name)) as change
    from rollout_change h left join account a on a.id = h.by_person and a.status <> 'erased'
    where h.frontend = ${frontend} ${inTime} order by h.id desc limit ${limit}`;
  return parseRows(changeRow, rows).map(({ change }) => change);
}
