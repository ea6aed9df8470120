import { z } from 'zod';
import { addressSchema } from './address.ts';
import { idSchema } from './ids.ts';
import { currencySchema } from './money.ts';
import { sellerOrderSchema, sellerOrderStatusSchema } from './order.ts';
import { pageOf, pageSchema, pageSizeSchema } from './page.ts';

export const listSellerOrdersInput = z.object({
  status: sellerOrderStatusSchema.optional(),
  /** Paid on these days (UTC), both inclusive: the days that figures are of. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** With a line of this product. */
  productId: idSchema.optional(),
  page: pageSchema,
  pageSize: pageSizeSchema(20),
});

/** A seller order as its seller sees it: with the address to ship to. */
export const sellerOrderForSellerSchema = sellerOrderSchema.omit({ canCancel: true }).extend({
  orderId: idSchema,
  placedAt: z.iso.datetime(),
  currency: currencySchema,
  address: addressSchema,
  email: z.string(),
  canShip: z.boolean(),
  canDeliver: z.boolean(),
  canCancel: z.boolean(),
});
export type SellerOrderForSeller = z.infer<typeof sellerOrderForSellerSchema>;
export const sellerOrderListResult = pageOf(sellerOrderForSellerSchema);

export const sellerOrderIdInput = z.object({ sellerOrderId: idSchema });
export const shipInput = sellerOrderIdInput.extend({
  carrier: z.string().trim().min(1, { error: 'Name the carrier.' }).max(60),
  trackingNumber: z.string().trim().min(1, { error: 'Enter the tracking number.' }).max(60),
});
