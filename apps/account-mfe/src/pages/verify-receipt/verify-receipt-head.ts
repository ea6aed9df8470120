import type { PageHead } from '@plaza/federation/remote';
import { paths } from '@plaza/navigation';
import { messages } from '../../messages.ts';
import { messages as receiptMessages } from '../../receipt/messages.ts';

export const verifyReceiptHead = (): PageHead => ({
  title: messages.titleOf(receiptMessages.verify.title),
  description: receiptMessages.verify.text,
  canonicalPath: paths.verifyReceipt(),
  noIndex: true,
});
