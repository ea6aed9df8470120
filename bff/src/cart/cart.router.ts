import {
  addItemInput,
  cartChangeResult,
  cartSchema,
  setDeliveryInput,
  setQuantityInput,
  setShippingInput,
} from '@plaza/contracts';
import { ownVisit } from '../platform/policy.ts';
import { procedure, router } from '../platform/trpc.ts';
import { acceptPrices } from './accept-prices.ts';
import { addItem } from './add-item.ts';
import { getCart } from './get-cart.ts';
import { setDelivery } from './set-delivery.ts';
import { setQuantity } from './set-quantity.ts';
import { setShipping } from './set-shipping.ts';

export const cartRouter = router({
  /** The browser's cart, priced as of now; empty for a browser without one. */
  get: procedure(ownVisit)
    .output(cartSchema)
    .query(({ ctx }) => getCart(ctx)),
  addItem: procedure(ownVisit)
    .input(addItemInput)
    .output(cartChangeResult)
    .mutation(({ ctx, input }) => addItem(ctx, input)),
  setQuantity: procedure(ownVisit)
    .input(setQuantityInput)
    .output(cartChangeResult)
    .mutation(({ ctx, input }) => setQuantity(ctx, input)),
  /** The buyer has seen the changed prices and goes on with them. */
  acceptPrices: procedure(ownVisit)
    .output(cartSchema)
    .mutation(({ ctx }) => acceptPrices(ctx)),
  setDelivery: procedure(ownVisit)
    .input(setDeliveryInput)
    .output(cartSchema)
    .mutation(({ ctx, input }) => setDelivery(ctx, input)),
  setShipping: procedure(ownVisit)
    .input(setShippingInput)
    .output(cartSchema)
    .mutation(({ ctx, input }) => setShipping(ctx, input)),
});
