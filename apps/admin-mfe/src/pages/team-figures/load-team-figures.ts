import { dayOf, type Rollout, readPeriod, SHELL } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { loadPanel } from '../../figures/load-panel.ts';
import { type Denied, loadForStaff } from '../../shared/load-for-staff.ts';
import { teamFiguresMessages } from './messages.ts';

/** What has figures: every frontend that there is, and the shell. */
export interface Counted {
  name: string;
  title: string;
}

const countedOf = (rollouts: readonly Rollout[]): Counted[] => [
  ...rollouts.map(({ frontend, title }) => ({ name: frontend, title })),
  { name: SHELL, title: teamFiguresMessages.shell },
];

/** The frontend that the address asks for, or else the first that is one's own, or that there is. */
const chooseFrontend = (rollouts: readonly Rollout[], asked: string | undefined): string =>
  countedOf(rollouts).find(({ name }) => name === asked)?.name ??
  (rollouts.find(({ isOwn }) => isOwn) ?? rollouts[0])?.frontend ??
  SHELL;

async function fetchTeamFigures(api: LoaderInput['api'], search: LoaderInput['search']) {
  const now = new Date();
  const period = readPeriod(search, now);
  const { rollouts } = await api.release.list.query();
  const frontend = chooseFrontend(rollouts, search.frontend);
  const asked = { ...period, frontend };
  const { team } = api.analytics;
  const [usage, vitals, funnel, failures, history] = await Promise.all([
    loadPanel(() => team.usage.query(asked)),
    loadPanel(() => team.vitals.query(asked)),
    loadPanel(() => team.funnel.query(asked)),
    loadPanel(() => team.failures.query(asked)),
    loadPanel(() => api.release.history.query(asked)),
  ]);
  const chosen = { frontend, counted: countedOf(rollouts), period, today: dayOf(now) };
  return { ...chosen, usage, vitals, funnel, failures, changes: history?.changes ?? null };
}

/** Figures of a frontend, null for a panel that could not be read; or why there is nothing to see. */
export type TeamFiguresData = Awaited<ReturnType<typeof fetchTeamFigures>> | Denied;

export const loadTeamFigures = ({ api, search }: LoaderInput): LoaderResult<TeamFiguresData> =>
  loadForStaff(() => fetchTeamFigures(api, search));
