import type { PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import { profileMessages } from '../../profile/messages.ts';

export const activityHead = (): PageHead => ({
  title: messages.titleOf(profileMessages.activity.title),
  noIndex: true,
});
