import type { PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import { proofMessages } from '../../proof/messages.ts';

export const secondStepHead = (): PageHead => ({
  title: messages.titleOf(proofMessages.second.title),
  noIndex: true,
});
