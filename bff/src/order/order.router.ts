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
import { allOf, own, ownVisit, payer } from '../platform/policy.ts';
import { procedure, router } from '../platform/trpc.ts';
import { cancelSellerOrder } from './cancel-seller-order.ts';
import { getOrder } from './get-order.ts';
import { listOrders } from './list-orders.ts';
import { placeOrder } from './place-order.ts';
import { watchOrder } from './watch-order.ts';

export const orderRouter = router({
  place: procedure(payer)
    .input(placeOrderInput)
    .output(placeOrderResult)
    .mutation(({ ctx, input }) => placeOrder(ctx, input)),
  /** Own orders, newest first: the account's, and those placed with this browser's cart. */
  list: procedure(ownVisit)
    .input(listOrdersInput)
    .output(orderListResult)
    .query(({ ctx, input }) => listOrders(ctx, input)),
  get: procedure(allOf(ownVisit, own('order')))
    .input(orderIdInput)
    .output(orderSchema)
    .query(({ ctx, input }) => getOrder(ctx, input)),
  /** Yields `Order`: the state now, then after every change. */
  watch: procedure(allOf(ownVisit, own('order')))
    .input(orderIdInput)
    .subscription(({ ctx, input, signal }) => watchOrder(ctx, input, signal)),
  cancelSellerOrder: procedure(allOf(ownVisit, own('sellerOrder')))
    .input(cancelSellerOrderInput)
    .output(sellerOrderChangeResult)
    .mutation(({ ctx, input }) => cancelSellerOrder(ctx, input)),
});
