import type { PageProps } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { OrdersData } from './load-orders.ts';

export function OrdersPage(_props: PageProps<OrdersData>) {
  return <h1 className="p-8 text-2xl font-semibold">{messages.ordersTitle}</h1>;
}
