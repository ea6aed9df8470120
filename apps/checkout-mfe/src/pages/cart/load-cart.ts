import type { Cart } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';

export interface CartData {
  cart: Cart;
}

/** The browser's cart, priced as of now. */
export async function loadCart({ api }: LoaderInput): LoaderResult<CartData> {
  return { kind: 'ok', data: { cart: await api.cart.get.query() } };
}
