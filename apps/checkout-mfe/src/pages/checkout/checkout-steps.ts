import type { Cart, Order } from '@plaza/contracts';

/** `done` can be changed again; `later` waits for the steps before it. */
export type StepState = 'open' | 'done' | 'later';

export interface CheckoutSteps {
  delivery: StepState;
  shipping: StepState;
}

/**
 * Which parts of the checkout are open.
 * @param editingDelivery the buyer went back to the address
 */
export function checkoutSteps(cart: Cart, editingDelivery: boolean): CheckoutSteps {
  const delivered = cart.address !== null && cart.email !== null && !editingDelivery;
  if (!delivered) return { delivery: 'open', shipping: 'later' };
  return { delivery: 'done', shipping: 'open' };
}

/** True when nothing stands between the cart and an order, as far as this page can see. */
export const canPlace = (cart: Cart, steps: CheckoutSteps): boolean =>
  steps.delivery === 'done' &&
  cart.groups.length > 0 &&
  !cart.hasProblems &&
  cart.groups.every((group) => group.shippingSpeed !== null);

/** True when an unpaid order is what the cart would order now: then it is paid, rather than a new one placed. */
export function isSameOrder(order: Order, cart: Cart): boolean {
  const ordered = order.sellerOrders.flatMap((part) => part.lines.map(lineKey));
  const wanted = cart.groups.flatMap((group) => group.lines.map(lineKey));
  return (
    order.totalMinor === cart.totalMinor &&
    order.email === cart.email &&
    JSON.stringify(order.address) === JSON.stringify(cart.address) &&
    ordered.sort().join() === wanted.sort().join()
  );
}

const lineKey = (line: { variantId: string; quantity: number }): string =>
  `${line.variantId}×${line.quantity}`;
