import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { type Denied, loadForStaff } from '../../shared/load-for-staff.ts';

async function fetchReleases({ release }: LoaderInput['api']) {
  const [{ rollouts }, { isJoined }] = await Promise.all([
    release.list.query(),
    release.internalVisit.query(),
  ]);
  return { rollouts, isJoined };
}

/** Every frontend with what visitors get of it; or why there is nothing to see. */
export type ReleasesData = Awaited<ReturnType<typeof fetchReleases>> | Denied;

export const loadReleases = ({ api }: LoaderInput): LoaderResult<ReleasesData> =>
  loadForStaff(() => fetchReleases(api));
