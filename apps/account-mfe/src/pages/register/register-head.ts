import type { PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';

export const registerHead = (): PageHead => ({
  title: messages.titleOf(messages.register.title),
  description: messages.register.text,
  noIndex: true,
});
