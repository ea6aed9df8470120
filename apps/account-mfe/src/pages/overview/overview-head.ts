import type { PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import { profileMessages } from '../../profile/messages.ts';

export const overviewHead = (): PageHead => ({
  title: messages.titleOf(profileMessages.overview.title),
  noIndex: true,
});
