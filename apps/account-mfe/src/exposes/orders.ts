import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { loadOrders, type OrdersData } from '../pages/orders/load-orders.ts';
import { ordersHead } from '../pages/orders/orders-head.ts';
import { OrdersPage } from '../pages/orders/orders-page.tsx';

const page: Page<OrdersData> = { default: OrdersPage, loader: loadOrders, head: ordersHead };

export default page.default;
export const { loader, head } = page;
