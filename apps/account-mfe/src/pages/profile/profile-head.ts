import type { PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import { profileMessages } from '../../profile/messages.ts';

export const profileHead = (): PageHead => ({
  title: messages.titleOf(profileMessages.profile.title),
  noIndex: true,
});
