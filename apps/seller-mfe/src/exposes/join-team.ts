import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { joinTeamHead } from '../pages/join-team/join-team-head.ts';
import { JoinTeamPage } from '../pages/join-team/join-team-page.tsx';
import { type JoinTeamData, loadJoinTeam } from '../pages/join-team/load-join-team.ts';

const page: Page<JoinTeamData> = { default: JoinTeamPage, loader: loadJoinTeam, head: joinTeamHead };

export default page.default;
export const { loader, head } = page;
