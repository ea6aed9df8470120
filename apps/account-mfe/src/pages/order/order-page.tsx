import type { PageProps } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { OrderData } from './load-order.ts';

export function OrderPage(_props: PageProps<OrderData>) {
  return <h1 className="p-8 text-2xl font-semibold">{messages.orderTitle}</h1>;
}
