import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { ReconciliationData } from './load-reconciliation.ts';
import { reconciliationMessages } from './messages.ts';

export function reconciliationHead(_input: HeadInput<ReconciliationData>): PageHead {
  return { title: messages.titleOf(reconciliationMessages.title), noIndex: true };
}
