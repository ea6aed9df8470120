import { z } from 'zod';
import { addressSchema } from './address.ts';
import { shippingSpeedSchema } from './cart.ts';
import { pictureSchema } from './catalog.ts';
import { idSchema } from './ids.ts';
import { amountMinorSchema, currencySchema } from './money.ts';
import { pageOf, pageSchema, pageSizeSchema } from './page.ts';

/** Where one seller's part of an order stands. */
export const sellerOrderStatusSchema = z.enum([
  'pending_payment',
  'paid',
  'shipped',
  'delivered',
  'cancelled',
  'expired',
]);
export type SellerOrderStatus = z.infer<typeof sellerOrderStatusSchema>;

export type OrderActor = 'buyer' | 'seller' | 'system';
export interface SellerOrderTransition {
  action: 'pay' | 'expire' | 'cancel' | 'ship' | 'deliver';
  from: SellerOrderStatus;
  to: SellerOrderStatus;
  /** Who may do it. */
  by: readonly OrderActor[];
}

/**
 * The life of a seller order, as data: the server allows exactly these steps and buttons appear exactly for them.
 * A payment that arrives after the reservation ran out is honoured when the stock is still there (`expired` → `paid`).
 */
export const SELLER_ORDER_TRANSITIONS: readonly SellerOrderTransition[] = [
  { action: 'pay', from: 'pending_payment', to: 'paid', by: ['system'] },
  { action: 'pay', from: 'expired', to: 'paid', by: ['system'] },
  { action: 'expire', from: 'pending_payment', to: 'expired', by: ['system'] },
  { action: 'cancel', from: 'pending_payment', to: 'cancelled', by: ['buyer', 'system'] },
  { action: 'cancel', from: 'paid', to: 'cancelled', by: ['buyer', 'seller', 'system'] },
  { action: 'ship', from: 'paid', to: 'shipped', by: ['seller'] },
  { action: 'deliver', from: 'shipped', to: 'delivered', by: ['seller', 'system'] },
];

/** The step that `actor` may take from `from` by `action`, or null when the machine has none. */
export const findTransition = (
  from: SellerOrderStatus,
  action: SellerOrderTransition['action'],
  actor: OrderActor,
): SellerOrderTransition | null =>
  SELLER_ORDER_TRANSITIONS.find(
    (step) => step.from === from && step.action === action && step.by.includes(actor),
  ) ?? null;

export const orderLineSchema = z.object({
  variantId: idSchema,
  productId: idSchema,
  productSlug: z.string(),
  title: z.string(),
  variantLabel: z.string(),
  picture: pictureSchema.nullable(),
  quantity: z.int(),
  unitPriceMinor: amountMinorSchema,
  totalMinor: amountMinorSchema,
});
export type OrderLine = z.infer<typeof orderLineSchema>;

export const sellerOrderSchema = z.object({
  id: idSchema,
  /** For people: the order's number and a part, `P7K3-M92Q-1`. */
  number: z.string(),
  seller: z.object({ id: idSchema, slug: z.string(), name: z.string() }),
  status: sellerOrderStatusSchema,
  lines: z.array(orderLineSchema),
  itemsMinor: amountMinorSchema,
  shippingMinor: amountMinorSchema,
  totalMinor: amountMinorSchema,
  shippingSpeed: shippingSpeedSchema,
  carrier: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  /** Days between which the parcel should arrive; null or absent when nobody can say (cancelled, never paid). */
  estimatedDelivery: z.object({ earliest: z.iso.date(), latest: z.iso.date() }).nullable().optional(),
  /** What happened so far, oldest first. */
  timeline: z.array(z.object({ status: sellerOrderStatusSchema, at: z.iso.datetime() })),
  canCancel: z.boolean(),
});
export type SellerOrder = z.infer<typeof sellerOrderSchema>;

export const orderStatusSchema = z.enum(['pending_payment', 'paid', 'expired', 'cancelled']);
export type OrderStatus = z.infer<typeof orderStatusSchema>;

export const orderSchema = z.object({
  id: idSchema,
  number: z.string(),
  status: orderStatusSchema,
  placedAt: z.iso.datetime(),
  /** Until when the stock is kept for an unpaid order. */
  expiresAt: z.iso.datetime(),
  email: z.string(),
  address: addressSchema,
  currency: currencySchema,
  itemsMinor: amountMinorSchema,
  shippingMinor: amountMinorSchema,
  totalMinor: amountMinorSchema,
  refundedMinor: amountMinorSchema,
  /** Why the last attempt to pay failed, in the words of the payment provider. */
  paymentFailure: z.string().nullable(),
  sellerOrders: z.array(sellerOrderSchema).min(1),
});
export type Order = z.infer<typeof orderSchema>;

export const placeOrderInput = z.object({
  /** Chosen by the client once per attempt; the same key never places two orders. */
  idempotencyKey: z.uuid(),
  /** The total that the buyer saw. A check only: the server prices, and refuses when the two differ. */
  shownTotalMinor: amountMinorSchema,
});
export const placeOrderResult = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    orderId: idSchema,
    orderNumber: z.string(),
    totalMinor: amountMinorSchema,
    expiresAt: z.iso.datetime(),
  }),
  z.object({
    ok: z.literal(false),
    code: z.enum(['cart_empty', 'address_missing', 'price_changed', 'out_of_stock', 'unavailable']),
    message: z.string(),
    /** The lines that stand in the way. */
    variantIds: z.array(idSchema),
  }),
]);
export type PlaceOrderResult = z.infer<typeof placeOrderResult>;

export const orderIdInput = z.object({ orderId: idSchema });
export const listOrdersInput = z.object({ page: pageSchema, pageSize: pageSizeSchema(20) });
export const orderListResult = pageOf(orderSchema);

export const cancelSellerOrderInput = z.object({ sellerOrderId: idSchema });
export const sellerOrderChangeResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), status: sellerOrderStatusSchema }),
  z.object({
    ok: z.literal(false),
    code: z.enum(['wrong_state']),
    status: sellerOrderStatusSchema,
    message: z.string(),
  }),
]);
