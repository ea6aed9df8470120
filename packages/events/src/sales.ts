import { amountMinorSchema, currencySchema, idSchema, newId, priceMinorSchema } from '@plaza/contracts';
import { z } from 'zod';

/**
 * Facts that leave PostgreSQL through the outbox. A published version never changes: a new shape is a new version
 * beside the old one, because rows of the old one may still wait in an outbox.
 */

const quantitySchema = z.int().min(1);

/** One line of a seller order as it was sold; the title is what the buyer saw. */
export const soldLineSchema = z.object({
  productId: idSchema,
  variantId: idSchema,
  title: z.string().max(300),
  quantity: quantitySchema,
  unitPriceMinor: priceMinorSchema,
  totalMinor: amountMinorSchema,
});

export const soldSellerOrderSchema = z.object({
  sellerOrderId: idSchema,
  sellerId: idSchema,
  itemsMinor: amountMinorSchema,
  shippingMinor: amountMinorSchema,
  totalMinor: amountMinorSchema,
  lines: z.array(soldLineSchema).min(1),
});

const orderHead = z.object({
  orderId: idSchema,
  orderNumber: z.string().min(1).max(40),
  /** Stands for the buyer without naming them: the same person has the same key. */
  buyerKey: z.string().min(1).max(100),
  currency: currencySchema,
  totalMinor: amountMinorSchema,
});
const sellerOrderHead = z.object({ orderId: idSchema, sellerOrderId: idSchema, sellerId: idSchema });

/** Payloads by type, version 1 of each. */
export const salesPayloadSchemas = {
  'order.placed': orderHead.extend({
    sellerOrders: z
      .array(z.object({ sellerOrderId: idSchema, sellerId: idSchema, totalMinor: amountMinorSchema }))
      .min(1),
  }),
  'order.paid': orderHead.extend({ sellerOrders: z.array(soldSellerOrderSchema).min(1) }),
  'order.expired': orderHead,
  'seller_order.cancelled': sellerOrderHead.extend({ by: z.enum(['buyer', 'seller', 'system']) }),
  'seller_order.shipped': sellerOrderHead.extend({
    carrier: z.string().max(60),
    trackingNumber: z.string().max(60),
  }),
  'seller_order.delivered': sellerOrderHead,
  'payment.refunded': sellerOrderHead.extend({ currency: currencySchema, amountMinor: amountMinorSchema }),
  'stock.changed': z.object({
    productId: idSchema,
    variantId: idSchema,
    sellerId: idSchema,
    onHandQuantity: z.int().min(0),
    reservedQuantity: z.int().min(0),
    availableQuantity: z.int().min(0),
  }),
} as const;

export type SalesEventType = keyof typeof salesPayloadSchemas;
export type SalesPayload<Type extends SalesEventType> = z.infer<(typeof salesPayloadSchemas)[Type]>;

/** A fact of one type: what the outbox stores and the pipeline reads. */
export interface SalesEventOf<Type extends SalesEventType> {
  /** UUIDv7. */
  id: string;
  type: Type;
  version: 1;
  /** When it happened, ISO 8601 in UTC. */
  occurredAt: string;
  /** What it happened to: the order, the seller order or the variant. */
  aggregateId: string;
  payload: SalesPayload<Type>;
}

const salesEvent = <Type extends SalesEventType>(type: Type) =>
  z.object({
    id: idSchema,
    type: z.literal(type),
    version: z.literal(1),
    occurredAt: z.iso.datetime(),
    aggregateId: idSchema,
    payload: salesPayloadSchemas[type],
  });

/** Any fact, told apart by its type. */
export const salesEventSchema = z.discriminatedUnion('type', [
  salesEvent('order.placed'),
  salesEvent('order.paid'),
  salesEvent('order.expired'),
  salesEvent('seller_order.cancelled'),
  salesEvent('seller_order.shipped'),
  salesEvent('seller_order.delivered'),
  salesEvent('payment.refunded'),
  salesEvent('stock.changed'),
]);
export type SalesEvent = z.infer<typeof salesEventSchema>;

/**
 * A fact ready for the outbox.
 * @param occurredAt the moment that the transaction states, not the moment of writing
 */
export const createSalesEvent = <Type extends SalesEventType>(
  type: Type,
  input: { aggregateId: string; occurredAt: Date; payload: SalesPayload<Type> },
): SalesEventOf<Type> => ({
  id: newId(),
  type,
  version: 1,
  occurredAt: input.occurredAt.toISOString(),
  aggregateId: input.aggregateId,
  payload: input.payload,
});
