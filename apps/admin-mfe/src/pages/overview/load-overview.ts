import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { fetchAudit } from '../../shared/fetch-audit.ts';
import { loadForStaff, loadIfAllowed } from '../../shared/load-for-staff.ts';

const LATEST = 5;

async function fetchOverview(api: LoaderInput['api']) {
  const [figures, log] = await Promise.all([
    api.people.figures.query(),
    loadIfAllowed(() => fetchAudit(api, { pageSize: LATEST })),
  ]);
  return { figures, log };
}

/** How things stand, with the newest entries of the audit log where the role may read it; null without a role. */
export type OverviewData = Awaited<ReturnType<typeof fetchOverview>> | null;

export const loadOverview = ({ api }: LoaderInput): LoaderResult<OverviewData> =>
  loadForStaff(() => fetchOverview(api));
