import {
  cancelSellerOrderInput,
  listOrdersInput,
  orderIdInput,
  orderListResult,
  orderSchema,
  placeOrderInput,
  placeOrderResult,
  sellerOrderChangeResult,
} from '@plaza/contracts';
import { ownVisit } from '../platform/policy.ts';
import { procedure, router } from '../platform/trpc.ts';
import { cancelSellerOrder } from './cancel-seller-order.ts';
import { getOrder } from './get-order.ts';
import { listOrders } from './list-orders.ts';
import { placeOrder } from './place-order.ts';
import { watchOrder } from './watch-order.ts';

export const orderRouter = router({
  place: procedure(ownVisit)
    .input(placeOrderInput)
    .output(placeOrderResult)
    .mutation(({ ctx, input }) => placeOrder(ctx, input)),
  /** Own orders, newest first: the account's, and those placed with this browser's cart. */
  list: procedure(ownVisit)
    .input(listOrdersInput)
    .output(orderListResult)
    .query(({ ctx, input }) => listOrders(ctx, input)),
  get: procedure(ownVisit)
    .input(orderIdInput)
    .output(orderSchema)
    .query(({ ctx, input }) => getOrder(ctx, input)),
  /** Yields `Order`: the state now, then after every change. */
  watch: procedure(ownVisit)
    .input(orderIdInput)
    .subscription(({ ctx, input, signal }) => watchOrder(ctx, input, signal)),
  cancelSellerOrder: procedure(ownVisit)
    .input(cancelSellerOrderInput)
    .output(sellerOrderChangeResult)
    .mutation(({ ctx, input }) => cancelSellerOrder(ctx, input)),
});
