import type { PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import { profileMessages } from '../../profile/messages.ts';

export const addressesHead = (): PageHead => ({
  title: messages.titleOf(profileMessages.addresses.title),
  noIndex: true,
});
