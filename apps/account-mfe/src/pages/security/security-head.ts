import type { PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import { securityMessages } from './messages.ts';

export const securityHead = (): PageHead => ({
  title: messages.titleOf(securityMessages.title),
  noIndex: true,
});
