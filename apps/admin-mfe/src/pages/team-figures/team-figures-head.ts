import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { TeamFiguresData } from './load-team-figures.ts';
import { teamFiguresMessages } from './messages.ts';

export function teamFiguresHead(_input: HeadInput<TeamFiguresData>): PageHead {
  return { title: messages.titleOf(teamFiguresMessages.title), noIndex: true };
}
