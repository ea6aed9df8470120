import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { loadTeam, type TeamData } from '../pages/team/load-team.ts';
import { teamHead } from '../pages/team/team-head.ts';
import { TeamPage } from '../pages/team/team-page.tsx';

const page: Page<TeamData> = { default: TeamPage, loader: loadTeam, head: teamHead };

export default page.default;
export const { loader, head } = page;
