import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { loadOrder, type OrderData } from '../pages/order/load-order.ts';
import { orderHead } from '../pages/order/order-head.ts';
import { OrderPage } from '../pages/order/order-page.tsx';

const page: Page<OrderData> = { default: OrderPage, loader: loadOrder, head: orderHead };

export default page.default;
export const { loader, head } = page;
