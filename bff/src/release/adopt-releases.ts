import type { Manifest } from '@plaza/contracts/manifest';
import type { Query } from '../platform/query.ts';
import type { Services } from '../platform/services.ts';
import { takeStep } from './change-rollout.ts';
import { addRelease } from './register-release.ts';
import type { Program } from './release-actor.ts';
import { isDecidedByOthers, lockRollout } from './rollout.repository.ts';

interface Adopted {
  frontend: string;
  version: string;
  isNew: boolean;
  /** Whether it became what everybody gets. */
  isActivated: boolean;
}
/**
 * Takes builds that lie where releases are published, in the order given: those that were not known become what everybody
 * gets. Known ones do where nobody but this has decided since, so that one may go back and forth between sources; where
 * somebody has, their rollouts stay as they were left.
 */
export async function adoptReleases(
  { database, clock, changes, log }: Services,
  by: Program,
  manifests: readonly Manifest[],
): Promise<Adopted[]> {
  const adopted: Adopted[] = [];
  // A page that moves is given up by one build and taken by another, in whichever order they come.
  const queue = manifests.map((manifest) => ({ manifest, mayWait: true }));
  for (const { manifest, mayWait } of queue) {
    const { name: frontend } = manifest.declaration;
    const { version } = manifest.release;
    const result = await database.client.begin((tx) => adopt(tx, by, manifest, clock.now()));
    if (!result.ok && result.code === 'pages_taken' && mayWait) {
      queue.push({ manifest, mayWait: false });
      continue;
    }
    changes.tell(`rollout:${frontend}`);
    if (!result.ok)
      log.warn({ frontend, version, ...result }, 'a build cannot be registered; it stays aside');
    adopted.push({ frontend, version, ...(result.ok ? result : { isNew: false, isActivated: false }) });
  }
  return adopted;
}

/** Both at once, so that none is left registered and unseen when the process ends between the two. */
async function adopt(tx: Query, by: Program, manifest: Manifest, now: Date) {
  const { name: frontend } = manifest.declaration;
  // Nobody may wait for it who has the end of the audit log.
  await lockRollout(tx, frontend);
  const result = await addRelease(tx, by, { manifest }, now);
  if (!result.ok) return result;
  const { version, isNew } = result;
  if (!isNew && (await isDecidedByOthers(tx, frontend, by.name)))
    return { ok: true, isNew, isActivated: false } as const;
  const step = { kind: 'activate', version } as const;
  const outcome = await takeStep(tx, by, { frontend, step, reason: 'The build of this tree' }, now);
  return { ok: true, isNew, isActivated: outcome.ok } as const;
}
