import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import { releaseMessages } from '../releases/messages.ts';
import type { ReleaseData } from './load-release.ts';

export const releaseHead = ({ data }: HeadInput<ReleaseData>): PageHead => ({
  title: messages.titleOf(typeof data === 'string' ? releaseMessages.title : data.rollout.title),
  noIndex: true,
});
