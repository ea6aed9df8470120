import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { ConfirmationData } from './load-confirmation.ts';

export function confirmationHead({ data }: HeadInput<ConfirmationData>): PageHead {
  return { title: `${messages.confirmation.number} ${data.order.number}`, noIndex: true };
}
