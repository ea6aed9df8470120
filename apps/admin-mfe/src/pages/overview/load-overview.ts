import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { fetchAudit } from '../../shared/fetch-audit.ts';
import { type Denied, loadForStaff, loadIfAllowed } from '../../shared/load-for-staff.ts';

const LATEST = 5;

async function fetchOverview(api: LoaderInput['api']) {
  const [figures, alerts, log] = await Promise.all([
    api.people.figures.query(),
    api.watch.alerts.query({ status: 'open', pageSize: 1 }),
    loadIfAllowed(() => fetchAudit(api, { pageSize: LATEST })),
  ]);
  return { figures, openAlerts: alerts.openCount, log };
}

/** How things stand, with the newest entries of the audit log where the role may read it; or why there is nothing to see. */
export type OverviewData = Awaited<ReturnType<typeof fetchOverview>> | Denied;

export const loadOverview = ({ api }: LoaderInput): LoaderResult<OverviewData> =>
  loadForStaff(() => fetchOverview(api));
