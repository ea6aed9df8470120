import type { PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import { socialMessages } from '../../social/messages.ts';

export const confirmSocialHead = (): PageHead => ({
  title: messages.titleOf(socialMessages.confirm.title),
  noIndex: true,
});
