import { dayOf, readPeriod } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { loadPanel } from '../../figures/load-panel.ts';
import { type Denied, loadForStaff } from '../../shared/load-for-staff.ts';

async function fetchPlatform(api: LoaderInput['api'], search: LoaderInput['search']) {
  const now = new Date();
  const period = readPeriod(search, now);
  const { platform } = api.analytics;
  const [sales, quality, audience, vitals, cohorts] = await Promise.all([
    loadPanel(() => platform.sales.query(period)),
    loadPanel(() => platform.search.query(period)),
    loadPanel(() => platform.audience.query(period)),
    loadPanel(() => platform.vitals.query(period)),
    loadPanel(() => platform.cohorts.query()),
  ]);
  return { period, today: dayOf(now), sales, quality, audience, vitals, cohorts };
}

/** Figures of the market, null for a panel that could not be read; or why there is nothing to see. */
export type PlatformData = Awaited<ReturnType<typeof fetchPlatform>> | Denied;

export const loadPlatform = ({ api, search }: LoaderInput): LoaderResult<PlatformData> =>
  loadForStaff(() => fetchPlatform(api, search));
