import type { PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import { profileMessages } from '../../profile/messages.ts';

export const privacyHead = (): PageHead => ({
  title: messages.titleOf(profileMessages.privacy.title),
  noIndex: true,
});
