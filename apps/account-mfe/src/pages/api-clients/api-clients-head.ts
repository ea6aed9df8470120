import type { PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import { apiMessages } from './messages.ts';

export const apiClientsHead = (): PageHead => ({ title: messages.titleOf(apiMessages.title), noIndex: true });
