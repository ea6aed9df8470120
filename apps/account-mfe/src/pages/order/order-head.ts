import { orderMessages } from '@plaza/contracts/messages';
import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { OrderData } from './load-order.ts';

export const orderHead = ({ data }: HeadInput<OrderData>): PageHead => ({
  title: messages.titleOf(orderMessages.order(data.number)),
  noIndex: true,
});
