import {
  addressSchema,
  currencySchema,
  findTransition,
  idSchema,
  type Order,
  orderLineSchema,
  orderStatusSchema,
  type SellerOrder,
  sellerOrderStatusSchema,
  shippingSpeedSchema,
} from '@plaza/contracts';
import { z } from 'zod';
import { listShippingOptions } from '../cart/public.ts';
import { momentSchema } from '../platform/query.ts';
import { estimateDelivery } from './estimate-delivery.ts';

export const sellerOrderRecordSchema = z.object({
  id: idSchema,
  number: z.string(),
  seller: z.object({ id: idSchema, slug: z.string(), name: z.string() }),
  /** ISO 3166-1 alpha-2 code of where its parcels come from. */
  sellerCountry: z.string(),
  status: sellerOrderStatusSchema,
  lines: z.array(orderLineSchema),
  itemsMinor: z.int(),
  shippingMinor: z.int(),
  totalMinor: z.int(),
  shippingSpeed: shippingSpeedSchema,
  carrier: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  timeline: z.array(z.object({ status: sellerOrderStatusSchema, at: momentSchema })),
});
export type SellerOrderRecord = z.infer<typeof sellerOrderRecordSchema>;

/** An order as it is stored, with its parts and their lines. */
export const orderRecordSchema = z.object({
  id: idSchema,
  number: z.string(),
  buyerKey: z.string(),
  cartId: idSchema.nullable(),
  status: orderStatusSchema,
  email: z.string(),
  address: addressSchema,
  currency: currencySchema,
  itemsMinor: z.int(),
  shippingMinor: z.int(),
  totalMinor: z.int(),
  refundedMinor: z.int(),
  placedAt: momentSchema,
  expiresAt: momentSchema,
  paymentFailure: z.string().nullable(),
  sellerOrders: z.array(sellerOrderRecordSchema),
});
export type OrderRecord = z.infer<typeof orderRecordSchema>;

/** Whether a part was paid for, whatever became of it since. One that was cancelled before the payment was not. */
export const wasPaid = (part: SellerOrderRecord): boolean =>
  part.timeline.some((step) => step.status === 'paid');

/**
 * One part in the words of the contract, without what depends on who is looking.
 * @param toCountry where its parcel goes
 */
export function toSellerOrder(
  { sellerCountry, ...record }: SellerOrderRecord,
  toCountry: string,
): Omit<SellerOrder, 'canCancel'> {
  const options = listShippingOptions(sellerCountry, toCountry);
  const speed = options.find((option) => option.speed === record.shippingSpeed);
  return {
    ...record,
    estimatedDelivery: estimateDelivery(record, speed),
    timeline: record.timeline.map(({ status, at }) => ({ status, at: at.toISOString() })),
  };
}

/** An order as its buyer sees it. */
export function toOrder({ buyerKey, cartId, ...record }: OrderRecord): Order {
  return {
    ...record,
    placedAt: record.placedAt.toISOString(),
    expiresAt: record.expiresAt.toISOString(),
    paymentFailure: record.status === 'paid' ? null : record.paymentFailure,
    sellerOrders: record.sellerOrders.map((part) => ({
      ...toSellerOrder(part, record.address.country),
      canCancel: findTransition(part.status, 'cancel', 'buyer') !== null,
    })),
  };
}
