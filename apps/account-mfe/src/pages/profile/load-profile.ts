import type { Profile } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { loadOwn } from '../../profile/load-own.ts';

export const loadProfile = ({ api }: LoaderInput): LoaderResult<Profile> =>
  loadOwn(() => api.profile.get.query());
