import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { OrderData } from './load-order.ts';

export function orderHead(_input: HeadInput<OrderData>): PageHead {
  return { title: messages.orderTitle };
}
