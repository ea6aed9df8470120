import type { PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';

export const ordersHead = (): PageHead => ({
  title: messages.titleOf(messages.orders.title),
  noIndex: true,
});
