import type { ActivityEntry, Privacy, Profile, SavedAddress } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { loadOwn } from '../../profile/load-own.ts';

export interface OverviewData {
  profile: Profile;
  addresses: SavedAddress[];
  privacy: Privacy;
  latest: ActivityEntry | null;
}

export const loadOverview = ({ api }: LoaderInput): LoaderResult<OverviewData> =>
  loadOwn(async () => {
    const [profile, addresses, privacy, activity] = await Promise.all([
      api.profile.get.query(),
      api.profile.addresses.query(),
      api.profile.privacy.query(),
      api.profile.activity.query({ pageSize: 1 }),
    ]);
    return { profile, addresses, privacy, latest: activity.items[0] ?? null };
  });
