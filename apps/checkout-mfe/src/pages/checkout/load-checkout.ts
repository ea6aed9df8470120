import type { Cart, Order, SavedAddress } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';

export interface CheckoutData {
  cart: Cart;
  /** E-mail of the signed-in account, to begin with; empty for a guest. */
  accountEmail: string;
  /** Of the signed-in account, the one for delivery first; null for a guest, who has none and cannot save any. */
  savedAddresses: SavedAddress[] | null;
  /** The order that a return from the payment page names, while it can still be paid. */
  pendingOrder: Order | null;
}

/** What the checkout needs at once: the cart, who is asking, and the order they came back from paying. */
export async function loadCheckout({ api, search }: LoaderInput): LoaderResult<CheckoutData> {
  const [cart, account, order] = await Promise.all([
    api.cart.get.query(),
    api.identity.me.query(),
    // A link with a foreign or broken order is no reason to refuse the checkout.
    search.order ? api.order.get.query({ orderId: search.order }).catch(() => null) : null,
  ]);
  // The checkout does without them.
  const savedAddresses = account ? await api.profile.addresses.query().catch(() => []) : null;
  return {
    kind: 'ok',
    data: {
      cart,
      accountEmail: account?.email ?? '',
      savedAddresses,
      pendingOrder: order?.status === 'pending_payment' ? order : null,
    },
  };
}
