import { z } from 'zod';
import { emailSchema } from './account.ts';
import { addressSchema } from './address.ts';
import { pictureSchema } from './catalog.ts';
import { idSchema } from './ids.ts';
import { MAX_QUANTITY } from './inventory.ts';
import { amountMinorSchema, currencySchema } from './money.ts';

/** The most lines that one cart may hold. */
export const MAX_CART_LINES = 50;

export const shippingSpeedSchema = z.enum(['standard', 'express']);
export type ShippingSpeed = z.infer<typeof shippingSpeedSchema>;

export const shippingOptionSchema = z.object({
  speed: shippingSpeedSchema,
  priceMinor: amountMinorSchema,
  minDays: z.int(),
  maxDays: z.int(),
});
export type ShippingOption = z.infer<typeof shippingOptionSchema>;

/** What stands in the way of buying a line, shown to the buyer and never resolved silently. */
export const lineProblemSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('price_changed'), previousPriceMinor: amountMinorSchema }),
  z.object({ code: z.literal('not_enough_stock'), availableQuantity: z.int() }),
  z.object({ code: z.literal('unavailable') }),
]);

export const cartLineSchema = z.object({
  variantId: idSchema,
  productId: idSchema,
  productSlug: z.string(),
  title: z.string(),
  /** "256 GB / Black"; empty when the product has no options. */
  variantLabel: z.string(),
  picture: pictureSchema.nullable(),
  quantity: z.int().min(1),
  unitPriceMinor: amountMinorSchema,
  totalMinor: amountMinorSchema,
  availableQuantity: z.int(),
  problem: lineProblemSchema.nullable(),
});
export type CartLine = z.infer<typeof cartLineSchema>;

export const cartGroupSchema = z.object({
  seller: z.object({ id: idSchema, slug: z.string(), name: z.string() }),
  lines: z.array(cartLineSchema).min(1),
  itemsMinor: amountMinorSchema,
  /** Empty until the address is known. */
  shippingOptions: z.array(shippingOptionSchema),
  /** The chosen speed; null until there is an address. Standard is chosen by default. */
  shippingSpeed: shippingSpeedSchema.nullable(),
  shippingMinor: amountMinorSchema,
});
export type CartGroup = z.infer<typeof cartGroupSchema>;

export const cartSchema = z.object({
  /** Grows with every change; 0 for a cart that was never filled. */
  version: z.int().min(0),
  currency: currencySchema,
  itemCount: z.int().min(0),
  groups: z.array(cartGroupSchema),
  email: z.string().nullable(),
  address: addressSchema.nullable(),
  itemsMinor: amountMinorSchema,
  shippingMinor: amountMinorSchema,
  totalMinor: amountMinorSchema,
  /** True when a line has a problem that the buyer must see first. */
  hasProblems: z.boolean(),
});
export type Cart = z.infer<typeof cartSchema>;

const quantitySchema = z
  .int({ error: 'Quantity must be a whole number.' })
  .max(MAX_QUANTITY, { error: `You can buy at most ${MAX_QUANTITY} of one item.` });

export const addItemInput = z.object({
  variantId: idSchema,
  quantity: quantitySchema.min(1, { error: 'Quantity must be at least 1.' }).default(1),
});
/** Zero removes the line. */
export const setQuantityInput = z.object({
  variantId: idSchema,
  quantity: quantitySchema.min(0, { error: 'Quantity cannot be negative.' }),
});
export const setDeliveryInput = z.object({ email: emailSchema, address: addressSchema });
export const setShippingInput = z.object({ sellerId: idSchema, speed: shippingSpeedSchema });

export const cartChangeResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), cart: cartSchema }),
  z.object({
    ok: z.literal(false),
    code: z.enum(['not_found', 'not_enough_stock', 'too_many_lines', 'too_many_of_one']),
    message: z.string(),
    cart: cartSchema,
  }),
]);
