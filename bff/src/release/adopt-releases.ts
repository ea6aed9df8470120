import type { Manifest } from '@plaza/contracts/manifest';
import type { Query } from '../platform/query.ts';
import type { Services } from '../platform/services.ts';
import { takeStep } from './change-rollout.ts';
import { addRelease } from './register-release.ts';
import type { Program } from './release-actor.ts';
import { lockRollout } from './rollout.repository.ts';

interface Adopted {
  frontend: string;
  version: string;
  isNew: boolean;
}
/**
 * Takes builds that lie where releases are published, in the order given: those that were not known become what everybody
 * gets. Rollouts of known ones stay as people have left them.
 */
export async function adoptReleases(
  { database, clock, changes, log }: Services,
  by: Program,
  manifests: readonly Manifest[],
): Promise<Adopted[]> {
  const adopted: Adopted[] = [];
  for (const manifest of manifests) {
    const { name: frontend } = manifest.declaration;
    const { version } = manifest.release;
    const result = await database.client.begin((tx) => adopt(tx, by, manifest, clock.now()));
    changes.tell(`rollout:${frontend}`);
    if (!result.ok) log.warn({ frontend, version }, 'a build has the version of another; it stays aside');
    adopted.push({ frontend, version, isNew: result.ok && result.isNew });
  }
  return adopted;
}

/** Both at once, so that none is left registered and unseen when the process ends between the two. */
async function adopt(tx: Query, by: Program, manifest: Manifest, now: Date) {
  const { name: frontend } = manifest.declaration;
  // Nobody may wait for it who has the end of the audit log.
  await lockRollout(tx, frontend);
  const result = await addRelease(tx, by, { manifest }, now);
  if (!result.ok || !result.isNew) return result;
  const step = { kind: 'activate', version: result.version } as const;
  await takeStep(tx, by, { frontend, step, reason: 'A new build' }, now);
  return result;
}
