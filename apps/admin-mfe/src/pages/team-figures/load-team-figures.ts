import { dayOf, type Frontend, frontendSchema, readPeriod } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { loadPanel } from '../../figures/load-panel.ts';
import { type Denied, loadForStaff } from '../../shared/load-for-staff.ts';

/** The frontend that the address asks for; the catalog for anything else. */
function frontendOf(search: LoaderInput['search']): Frontend {
  const frontend = frontendSchema.safeParse(search.frontend);
  return frontend.success ? frontend.data : 'catalog';
}

async function fetchTeamFigures(api: LoaderInput['api'], search: LoaderInput['search']) {
  const now = new Date();
  const period = readPeriod(search, now);
  const frontend = frontendOf(search);
  const asked = { ...period, frontend };
  const { team } = api.analytics;
  const [usage, vitals, funnel, failures] = await Promise.all([
    loadPanel(() => team.usage.query(asked)),
    loadPanel(() => team.vitals.query(asked)),
    loadPanel(() => team.funnel.query(asked)),
    loadPanel(() => team.failures.query(asked)),
  ]);
  return { period, today: dayOf(now), frontend, usage, vitals, funnel, failures };
}

/** Figures of a frontend, null for a panel that could not be read; or why there is nothing to see. */
export type TeamFiguresData = Awaited<ReturnType<typeof fetchTeamFigures>> | Denied;

export const loadTeamFigures = ({ api, search }: LoaderInput): LoaderResult<TeamFiguresData> =>
  loadForStaff(() => fetchTeamFigures(api, search));
