import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import { messages as receiptMessages } from '../../receipt/messages.ts';
import type { ReceiptData } from './load-receipt.ts';

export const receiptHead = ({ data }: HeadInput<ReceiptData>): PageHead => ({
  title: messages.titleOf(receiptMessages.receipt.title(data.content.orderNumber)),
  noIndex: true,
});
