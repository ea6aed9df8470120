import type { TakenPage } from '@plaza/contracts';
import { findTakenPages } from '@plaza/contracts/declaration';
import type { Manifest } from '@plaza/contracts/manifest';
import { appendAudit } from '../audit/public.ts';
import type { Query } from '../platform/query.ts';
import type { Services } from '../platform/services.ts';
import { findManifest, insertRelease, listLivePages } from './release.repository.ts';
import { auditPart, type Program } from './release-actor.ts';
import { insertChange, insertRollout } from './rollout.repository.ts';

interface RegisterInput {
  manifest: Manifest;
  /** In place of the manifest's. */
  note?: string | undefined;
}
/** `version_taken`: another build has this version already. `pages_taken`: visitors get pages of it from others. */
export type RegisterResult =
  | { ok: true; version: string; isNew: boolean }
  | { ok: false; code: 'version_taken' }
  | { ok: false; code: 'pages_taken'; pages: TakenPage[] };

/** Takes a build into the list of releases; visitors get it later. The same build again changes nothing. */
export const registerRelease = (
  { database, clock }: Services,
  by: Program,
  input: RegisterInput,
): Promise<RegisterResult> => database.client.begin((tx) => addRelease(tx, by, input, clock.now()));

/** As `registerRelease`, in a transaction of the caller. The audit log comes last in it, and so does this. */
export async function addRelease(
  tx: Query,
  by: Program,
  { manifest, note }: RegisterInput,
  now: Date,
): Promise<RegisterResult> {
  const { name: frontend, title, team, pages } = manifest.declaration;
  const { version } = manifest.release;
  const taken = findTakenPages({ frontend, pages }, await listLivePages(tx));
  if (taken.length > 0) return { ok: false, code: 'pages_taken', pages: taken };
  const said = note || manifest.note || 'Without a note';
  if (!(await insertRelease(tx, { manifest, note: said, releasedBy: by.name, now }))) {
    const known = await findManifest(tx, { frontend, version });
    return known && isSameBuild(known, manifest)
      ? { ok: true, version, isNew: false }
      : { ok: false, code: 'version_taken' };
  }
  await insertRollout(tx, { frontend, title, team });
  await insertChange(tx, { frontend, action: 'registered', by, reason: said, version, now });
  await appendAudit(tx, {
    ...auditPart(by, said, { version }),
    action: 'release.registered',
    subject: { kind: 'frontend', id: frontend },
    at: now,
  });
  return { ok: true, version, isNew: true };
}

/** By what visitors get; when and from which commit it was built may differ. */
const isSameBuild = (a: Manifest, b: Manifest): boolean => fingerprint(a) === fingerprint(b);
const fingerprint = ({ release, declaration }: Manifest) =>
  JSON.stringify([Object.entries(release.integrity).toSorted(), declaration]);
