import type { Privacy } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { loadOwn } from '../../profile/load-own.ts';

export interface PrivacyData {
  privacy: Privacy;
  email: string;
}

export const loadPrivacy = ({ api }: LoaderInput): LoaderResult<PrivacyData> =>
  loadOwn(async () => {
    const [privacy, { email }] = await Promise.all([api.profile.privacy.query(), api.profile.get.query()]);
    return { privacy, email };
  });
