import { dayOf, readPeriod } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { loadPanel } from '../../figures/load-panel.ts';
import { type Denied, loadForStaff } from '../../shared/load-for-staff.ts';

async function fetchReconciliation(api: LoaderInput['api'], search: LoaderInput['search']) {
  const now = new Date();
  const period = readPeriod(search, now);
  const report = await loadPanel(() => api.analytics.platform.reconciliation.query(period));
  return { period, today: dayOf(now), report };
}

/** The comparison, null when it could not be made; or why there is nothing to see. */
export type ReconciliationData = Awaited<ReturnType<typeof fetchReconciliation>> | Denied;

export const loadReconciliation = ({ api, search }: LoaderInput): LoaderResult<ReconciliationData> =>
  loadForStaff(() => fetchReconciliation(api, search));
