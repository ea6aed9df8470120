import { z } from 'zod';
import { countrySchema } from './address.ts';
import { shippingSpeedSchema } from './cart.ts';
import { idSchema } from './ids.ts';
import { amountMinorSchema, currencySchema } from './money.ts';

/** SHA-256 in hexadecimal. Takes it as somebody copies it from paper, with spaces and in capitals. */
export const receiptDigestSchema = z
  .string()
  .max(200)
  .transform((text) => text.replace(/\s+/g, '').toLowerCase())
  .pipe(z.string().regex(/^[0-9a-f]{64}$/, { error: 'A digest has 64 characters, 0 to 9 and a to f.' }));

/**
 * What a receipt says, and all that its digest is made of. Its canonical JSON never changes; another form of receipt
 * gets another `format`.
 */
export const receiptContentSchema = z.strictObject({
  format: z.literal('plaza-receipt/1'),
  orderId: idSchema,
  orderNumber: z.string(),
  paidAt: z.iso.datetime(),
  currency: currencySchema,
  /** As the parcel's label says. Nothing here is trimmed or filled in: a receipt is what it is. */
  buyer: z.strictObject({
    fullName: z.string(),
    line1: z.string(),
    line2: z.string(),
    city: z.string(),
    region: z.string(),
    postalCode: z.string(),
    country: countrySchema,
  }),
  sellerOrders: z.array(
    z.strictObject({
      number: z.string(),
      seller: z.string(),
      shippingSpeed: shippingSpeedSchema,
      lines: z.array(
        z.strictObject({
          title: z.string(),
          variantLabel: z.string(),
          quantity: z.int(),
          unitPriceMinor: amountMinorSchema,
          totalMinor: amountMinorSchema,
        }),
      ),
      itemsMinor: amountMinorSchema,
      shippingMinor: amountMinorSchema,
      totalMinor: amountMinorSchema,
    }),
  ),
  itemsMinor: amountMinorSchema,
  shippingMinor: amountMinorSchema,
  totalMinor: amountMinorSchema,
});
export type ReceiptContent = z.infer<typeof receiptContentSchema>;

export const receiptSchema = z.object({
  content: receiptContentSchema,
  /** SHA-256 of the content's canonical JSON. */
  digest: z.string(),
  /** Which of Plaza's keys signed the digest. */
  keyId: z.string(),
  /** Ed25519, base64url. */
  signature: z.string(),
  /** Where anyone can check it. */
  verifyUrl: z.url(),
  /** The same as a QR code: the path of its dark modules in a square of `size` units. */
  qr: z.object({ size: z.int(), path: z.string() }),
  /** Given back since; not part of what was signed. */
  refundedMinor: amountMinorSchema,
});
export type Receipt = z.infer<typeof receiptSchema>;

export const receiptResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), receipt: receiptSchema }),
  z.object({ ok: z.literal(false), code: z.literal('not_paid') }),
]);

export const verifyReceiptInput = z.object({ digest: receiptDigestSchema });
export const verifyReceiptResult = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    orderNumber: z.string(),
    paidAt: z.iso.datetime(),
    currency: currencySchema,
    totalMinor: amountMinorSchema,
    /** What happened to the money after the receipt. */
    state: z.enum(['unchanged', 'partly_refunded', 'refunded']),
    refundedMinor: amountMinorSchema,
  }),
  /** Plaza has made no receipt with this digest: mistyped, or changed. */
  z.object({ ok: z.literal(false), code: z.literal('unknown') }),
]);
export type VerifyReceiptResult = z.infer<typeof verifyReceiptResult>;
