import { releaseSummarySchema } from '@plaza/contracts';
import { pageDeclarationSchema } from '@plaza/contracts/declaration';
import { type Manifest, manifestSchema } from '@plaza/contracts/manifest';
import { releaseSchema } from '@plaza/contracts/registry';
import { z } from 'zod';
import { momentSchema, parseRows, type Query, toJson } from '../platform/query.ts';

export interface ReleaseKey {
  frontend: string;
  version: string;
}

/** As contracts show it; the moment comes from JSON. */
export const summaryRecordSchema = releaseSummarySchema.extend({
  releasedAt: momentSchema.transform((moment) => moment.toISOString()),
});

/** A release by its alias, as JSON for `summaryRecordSchema`; null where the alias is. */
export const summaryJson = (query: Query, alias: 's' | 'p' | 'c') => {
  const r = query(alias);
  return query`
    case when ${r}.version is not null then jsonb_build_object('version', ${r}.version, 'note', ${r}.note,
      'releasedAt', ${r}.released_at, 'releasedBy', ${r}.released_by, 'commit', ${r}.commit,
      'scriptBytes', ${r}.script_bytes, 'styleBytes', ${r}.style_bytes) end`;
};

interface NewRelease {
  manifest: Manifest;
  note: string;
  releasedBy: string;
  now: Date;
}
/** Adds a release; false when there is one of this version. */
export async function insertRelease(
  tx: Query,
  { manifest, note, releasedBy, now }: NewRelease,
): Promise<boolean> {
  const { declaration, release, sizes, commit } = manifest;
  const rows = await tx`
    insert into release (frontend, version, manifest, note, commit, script_bytes, style_bytes, released_by, released_at)
    values (${declaration.name}, ${release.version}, ${toJson(manifest)}::text::jsonb, ${note}, ${commit},
      ${sizes.scriptBytes}, ${sizes.styleBytes}, ${releasedBy}, ${now.toISOString()}::timestamptz)
    on conflict do nothing returning version`;
  return rows.length > 0;
}

const manifestRow = z.object({ manifest: manifestSchema });
export async function findManifest(
  query: Query,
  { frontend, version }: ReleaseKey,
): Promise<Manifest | null> {
  const rows = await query`
    select manifest from release where frontend = ${frontend} and version = ${version}`;
  return parseRows(manifestRow, rows)[0]?.manifest ?? null;
}

const releaseRow = z.object({ release: releaseSchema });
/** What the shell has to know of a release. */
export async function findRelease(query: Query, { frontend, version }: ReleaseKey) {
  const rows = await query`
    select manifest->'release' as release from release where frontend = ${frontend} and version = ${version}`;
  return parseRows(releaseRow, rows)[0]?.release ?? null;
}

const summaryRow = z.object({ summary: summaryRecordSchema });
/** The newest first. */
export async function listReleases(query: Query, frontend: string, limit: number) {
  const rows = await query`
    select ${summaryJson(query, 's')} as summary from release s where s.frontend = ${frontend}
    order by s.released_at desc, s.version limit ${limit}`;
  return parseRows(summaryRow, rows).map(({ summary }) => summary);
}

const livePagesRow = z.object({ frontend: z.string(), pages: z.array(pageDeclarationSchema) });
/** The pages that visitors get now, of all frontends. */
export async function listLivePages(query: Query) {
  const rows = await query`
    select o.frontend, r.manifest #> '{release,pages}' as pages
    from rollout o join release r on r.frontend = o.frontend and r.version in (o.stable_version, o.canary_version)
    order by o.frontend`;
  return parseRows(livePagesRow, rows);
}

const liveRow = z.object({
  frontend: z.string(),
  arm: z.enum(['stable', 'canary']),
  manifest: manifestSchema,
});
/** What visitors get now, of all frontends. */
export async function listLiveManifests(query: Query) {
  const rows = await query`
    select o.frontend, case when r.version = o.stable_version then 'stable' else 'canary' end as arm, r.manifest
    from rollout o join release r on r.frontend = o.frontend and r.version in (o.stable_version, o.canary_version)
    order by o.frontend, arm desc`;
  return parseRows(liveRow, rows);
}
