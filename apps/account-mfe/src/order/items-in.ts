import type { Order } from '@plaza/contracts';

/** How many things an order holds, over all parcels. */
export const itemsIn = (order: Order): number =>
  order.sellerOrders.flatMap(({ lines }) => lines).reduce((sum, { quantity }) => sum + quantity, 0);
