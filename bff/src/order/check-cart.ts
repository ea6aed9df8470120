import type { Cart, PlaceOrderResult } from '@plaza/contracts';

type Refusal = Extract<PlaceOrderResult, { ok: false }>;

export const refuse = (
  code: Refusal['code'],
  message: string,
  variantIds: readonly string[] = [],
): Refusal => ({ ok: false, code, message, variantIds: [...variantIds] });

export const OUT_OF_STOCK_MESSAGE =
  'There is not enough left of some items. Change their quantities to go on.';

/**
 * Why this cart cannot be ordered as it is, the gravest reason first, or null when it can.
 * @param shownTotalMinor the total that the buyer saw
 */
export function checkCart(cart: Cart, shownTotalMinor: number): Refusal | null {
  const lines = cart.groups.flatMap((group) => group.lines);
  const linesWith = (code: NonNullable<(typeof lines)[number]['problem']>['code']) =>
    lines.filter((line) => line.problem?.code === code).map((line) => line.variantId);

  if (lines.length === 0) return refuse('cart_empty', 'Your cart is empty.');
  if (cart.address === null || cart.email === null) {
    return refuse('address_missing', 'Enter your e-mail and where to send the order.');
  }
  const unavailable = linesWith('unavailable');
  if (unavailable.length > 0) {
    return refuse('unavailable', 'Some items are not for sale any more. Remove them to go on.', unavailable);
  }
  const short = linesWith('not_enough_stock');
  if (short.length > 0) return refuse('out_of_stock', OUT_OF_STOCK_MESSAGE, short);
  const repriced = linesWith('price_changed');
  if (repriced.length > 0) {
    return refuse('price_changed', 'Some prices have changed. Look at them before you go on.', repriced);
  }
  if (cart.totalMinor !== shownTotalMinor) {
    return refuse('price_changed', 'Your cart has changed. Look at the total before you go on.');
  }
  return null;
}
