import {
  listSellerOrdersInput,
  sellerOrderChangeResult,
  sellerOrderForSellerSchema,
  sellerOrderIdInput,
  sellerOrderListResult,
  shipInput,
} from '@plaza/contracts';
import { allOf, own, sellerMay } from '../platform/policy.ts';
import { router, sellerProcedure } from '../platform/trpc.ts';
import { cancelSellerOrder } from './cancel-seller-order.ts';
import { deliverSellerOrder } from './deliver-seller-order.ts';
import { getSellerOrder } from './get-seller-order.ts';
import { listSellerOrders } from './list-seller-orders.ts';
import { shipSellerOrder } from './ship-seller-order.ts';

export const fulfilmentRouter = router({
  list: sellerProcedure(sellerMay('orders'))
    .input(listSellerOrdersInput)
    .output(sellerOrderListResult)
    .query(({ ctx, input }) => listSellerOrders(ctx.services, ctx.seller, input)),
  get: sellerProcedure(allOf(sellerMay('orders'), own('sellerOrder')))
    .input(sellerOrderIdInput)
    .output(sellerOrderForSellerSchema)
    .query(({ ctx, input }) => getSellerOrder(ctx.services, ctx.seller, input)),
  ship: sellerProcedure(allOf(sellerMay('orders'), own('sellerOrder')))
    .input(shipInput)
    .output(sellerOrderChangeResult)
    .mutation(({ ctx, input }) => shipSellerOrder(ctx.services, ctx.seller, input)),
  deliver: sellerProcedure(allOf(sellerMay('orders'), own('sellerOrder')))
    .input(sellerOrderIdInput)
    .output(sellerOrderChangeResult)
    .mutation(({ ctx, input }) => deliverSellerOrder(ctx.services, ctx.seller, input)),
  cancel: sellerProcedure(allOf(sellerMay('orders'), own('sellerOrder')))
    .input(sellerOrderIdInput)
    .output(sellerOrderChangeResult)
    .mutation(({ ctx, input }) => cancelSellerOrder(ctx.services, ctx.seller, input)),
});
