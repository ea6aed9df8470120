import { addressSchema, idSchema, pictureSchema, shippingSpeedSchema } from '@plaza/contracts';
import { z } from 'zod';

/** A line as it is stored, with what its product, variant and stock are at this moment. */
const cartLineRecordSchema = z.object({
  variantId: idSchema,
  quantity: z.int().min(1),
  seenPriceMinor: z.int(),
  productId: idSchema,
  productSlug: z.string(),
  title: z.string(),
  picture: pictureSchema.nullable(),
  seller: z.object({ id: idSchema, slug: z.string(), name: z.string(), country: z.string() }),
  isPublished: z.boolean(),
  /** Null when the variant was deleted. */
  variant: z.object({ optionValues: z.array(z.string()), priceMinor: z.int() }).nullable(),
  /** On hand less reserved; what this cart's own unpaid order holds counts as free, for it is the buyer's. */
  availableQuantity: z.int(),
});
export type CartLineRecord = z.infer<typeof cartLineRecordSchema>;

export const cartRecordSchema = z.object({
  id: idSchema,
  version: z.int(),
  email: z.string().nullable(),
  address: addressSchema.nullable(),
  shippingSpeeds: z.record(z.string(), shippingSpeedSchema),
  /** In the order in which they were added. */
  lines: z.array(cartLineRecordSchema),
});
export type CartRecord = z.infer<typeof cartRecordSchema>;
