import { orderMessages } from '@plaza/contracts/messages';
import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { ConfirmationData } from './load-confirmation.ts';

export function confirmationHead({ data }: HeadInput<ConfirmationData>): PageHead {
  return { title: messages.titleOf(orderMessages.order(data.order.number)), noIndex: true };
}
