import { type Cart, type cartChangeResult, MAX_CART_LINES, MAX_QUANTITY } from '@plaza/contracts';
import type { z } from 'zod';
import type { LineChange } from './cart.repository.ts';

export type CartChangeResult = z.infer<typeof cartChangeResult>;

/**
 * What a change of a line came to, with the reason in words when it was refused.
 * @param wantedQuantity what the line would hold after the change
 */
export function toChangeResult(change: LineChange, cart: Cart, wantedQuantity: number): CartChangeResult {
  if (change.isChanged) return { ok: true, cart };
  const available = change.availableQuantity;
  if (available === null) {
    return { ok: false, code: 'not_found', message: 'This item is not for sale any more.', cart };
  }
  if (wantedQuantity > MAX_QUANTITY) {
    const message = `You can buy at most ${MAX_QUANTITY} of one item.`;
    return { ok: false, code: 'too_many_of_one', message, cart };
  }
  if (wantedQuantity > available) {
    const message = available === 0 ? 'This item is sold out.' : `Only ${available} of this item are left.`;
    return { ok: false, code: 'not_enough_stock', message, cart };
  }
  const message = `A cart holds at most ${MAX_CART_LINES} different items. Order these first.`;
  return { ok: false, code: 'too_many_lines', message, cart };
}
