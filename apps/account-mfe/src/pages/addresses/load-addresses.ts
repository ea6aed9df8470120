import type { Profile, SavedAddress } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { loadOwn } from '../../profile/load-own.ts';

export interface AddressesData {
  addresses: SavedAddress[];
  /** What a new address begins with. */
  profile: Pick<Profile, 'fullName' | 'displayName' | 'phone'>;
}

export const loadAddresses = ({ api }: LoaderInput): LoaderResult<AddressesData> =>
  loadOwn(async () => {
    const [addresses, profile] = await Promise.all([api.profile.addresses.query(), api.profile.get.query()]);
    return { addresses, profile };
  });
