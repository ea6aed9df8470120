import type { PageHead } from '@plaza/federation/remote';
import { teamMessages } from '../team/messages.ts';

export const joinTeamHead = (): PageHead => ({ title: teamMessages.join.title, noIndex: true });
