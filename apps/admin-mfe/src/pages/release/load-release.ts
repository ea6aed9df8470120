import { dayOf, lastDays, type Period } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { loadPanel } from '../../figures/load-panel.ts';
import { type Denied, loadForStaff } from '../../shared/load-for-staff.ts';

const HEALTH_DAYS = 28;

async function fetchRelease(
  api: LoaderInput['api'],
  { params, search }: Pick<LoaderInput, 'params' | 'search'>,
) {
  const frontend = params.frontend ?? '';
  const now = new Date();
  const period = lastDays(HEALTH_DAYS, now);
  const detail = await api.release.get.query({ frontend });
  const { rollout } = detail;
  const [health, diff] = await Promise.all([
    fetchHealth(api, frontend, period),
    search.compare === undefined || rollout.stable === null
      ? null
      : loadPanel(() =>
          api.release.diff.query({
            frontend,
            from: rollout.stable?.version ?? '',
            to: search.compare ?? '',
          }),
        ),
  ]);
  return { ...detail, health, diff, period, today: dayOf(now) };
}

/** How the frontend did lately; null when figures cannot be read now. */
async function fetchHealth(api: LoaderInput['api'], frontend: string, period: Period) {
  const asked = { ...period, frontend };
  const [usage, vitals] = await Promise.all([
    loadPanel(() => api.analytics.team.usage.query(asked)),
    loadPanel(() => api.analytics.team.vitals.query(asked)),
  ]);
  return usage && { usage, vitals };
}

/** A frontend, its releases and what was done with them; or why there is nothing to see. */
export type ReleaseData = Awaited<ReturnType<typeof fetchRelease>> | Denied;
export type Release = Exclude<ReleaseData, Denied>;

export const loadRelease = ({ api, params, search }: LoaderInput): LoaderResult<ReleaseData> =>
  loadForStaff(() => fetchRelease(api, { params, search }));
