import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { DeadLettersData } from './load-dead-letters.ts';
import { deadLettersMessages } from './messages.ts';

export function deadLettersHead(_input: HeadInput<DeadLettersData>): PageHead {
  return { title: messages.titleOf(deadLettersMessages.title), noIndex: true };
}
