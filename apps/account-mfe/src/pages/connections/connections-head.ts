import type { PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import { socialMessages } from '../../social/messages.ts';

export const connectionsHead = (): PageHead => ({
  title: messages.titleOf(socialMessages.connections.title),
  noIndex: true,
});
