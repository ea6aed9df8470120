import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { loadTeamFigures, type TeamFiguresData } from '../pages/team-figures/load-team-figures.ts';
import { teamFiguresHead } from '../pages/team-figures/team-figures-head.ts';
import { TeamFiguresPage } from '../pages/team-figures/team-figures-page.tsx';

const page: Page<TeamFiguresData> = {
  default: TeamFiguresPage,
  loader: loadTeamFigures,
  head: teamFiguresHead,
};

export default page.default;
export const { loader, head } = page;
