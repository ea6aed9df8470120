import type { PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import { releaseMessages } from './messages.ts';

export const releasesHead = (): PageHead => ({
  title: messages.titleOf(releaseMessages.title),
  noIndex: true,
});
