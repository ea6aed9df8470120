import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { OrdersData } from './load-orders.ts';

export function ordersHead(_input: HeadInput<OrdersData>): PageHead {
  return { title: messages.orders.title, noIndex: true };
}
