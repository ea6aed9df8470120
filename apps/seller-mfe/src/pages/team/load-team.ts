import type { SellerPermission, Team } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { loadForSeller } from '../../shared/load-for-seller.ts';

/** Who works for the seller; null for an account that does not sell. */
export type TeamData = { team: Team; permissions: SellerPermission[] } | null;

export const loadTeam = ({ api }: LoaderInput): LoaderResult<TeamData> =>
  loadForSeller(api, async () => ({ team: await api.team.list.query() }));
