import { z } from 'zod';
import { idSchema } from './ids.ts';
import { amountMinorSchema } from './money.ts';

export { MAX_QUANTITY } from './limits.ts';
/** The most units that a seller may have on hand of one variant. */
export const MAX_ON_HAND = 1_000_000;

export const watchStockInput = z.object({ productId: idSchema });

/** Live state of one product's variants, pushed whenever stock or price changes (and once at the start). */
export const stockUpdateSchema = z.object({
  productId: idSchema,
  variants: z.array(
    z.object({ variantId: idSchema, availableQuantity: z.int().min(0), priceMinor: amountMinorSchema }),
  ),
});
export type StockUpdate = z.infer<typeof stockUpdateSchema>;

export const setStockInput = z.object({
  variantId: idSchema,
  /** What is on the shelf now, reserved units included. */
  onHandQuantity: z.int().min(0, { error: 'Stock cannot be negative.' }).max(MAX_ON_HAND),
});
export const setStockResult = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    onHandQuantity: z.int(),
    reservedQuantity: z.int(),
    availableQuantity: z.int(),
  }),
  z.object({ ok: z.literal(false), code: z.enum(['not_found', 'below_reserved']), message: z.string() }),
]);
