import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { OverviewData } from './load-overview.ts';

export function overviewHead(_input: HeadInput<OverviewData>): PageHead {
  return { title: messages.titleOf(messages.overview.title), noIndex: true };
}
