import type { ActivityPage } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { loadOwn } from '../../profile/load-own.ts';

export const loadActivity = ({ api }: LoaderInput): LoaderResult<ActivityPage> =>
  loadOwn(() => api.profile.activity.query({}));
