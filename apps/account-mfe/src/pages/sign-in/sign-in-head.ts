import type { PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';

export const signInHead = (): PageHead => ({
  title: messages.titleOf(messages.signIn.title),
  description: messages.signIn.text,
  noIndex: true,
});
