import type { Cart, CartGroup, CartLine, ShippingSpeed } from '@plaza/contracts';

/*
 * What a cart will most likely look like after a change, shown until the server answers. Only for the eye: the server
 * prices every cart anew, and its answer replaces the guess.
 */

/** The cart with another quantity of one variant; zero removes the line, and a seller without lines goes. */
export function guessQuantity(cart: Cart, variantId: string, quantity: number): Cart {
  const groups = cart.groups.flatMap((group) => {
    const lines = group.lines.flatMap((line) => {
      if (line.variantId !== variantId) return [line];
      return quantity === 0 ? [] : [{ ...line, quantity, totalMinor: line.unitPriceMinor * quantity }];
    });
    return lines.length === 0 ? [] : [{ ...group, lines }];
  });
  return withTotals(cart, groups);
}

/** The cart with more in it; what is not in it yet only counts, because its price is the server's to say. */
export function guessAdded(cart: Cart, variantId: string, quantity: number): Cart {
  const line = cart.groups.flatMap((group) => group.lines).find((other) => other.variantId === variantId);
  if (!line) return { ...cart, itemCount: cart.itemCount + quantity };
  return guessQuantity(cart, variantId, line.quantity + quantity);
}

/** The cart with another speed of delivery for one seller's goods. */
export function guessShipping(cart: Cart, sellerId: string, speed: ShippingSpeed): Cart {
  const groups = cart.groups.map((group) => {
    const option = group.shippingOptions.find((other) => other.speed === speed);
    if (group.seller.id !== sellerId || !option) return group;
    return { ...group, shippingSpeed: speed, shippingMinor: option.priceMinor };
  });
  return withTotals(cart, groups);
}

function withTotals(cart: Cart, groups: CartGroup[]): Cart {
  const summed = groups.map((group) => ({
    ...group,
    itemsMinor: sum(group.lines, (line) => line.totalMinor),
  }));
  const itemsMinor = sum(summed, (group) => group.itemsMinor);
  const shippingMinor = sum(summed, (group) => group.shippingMinor);
  const lines: CartLine[] = summed.flatMap((group) => group.lines);
  return {
    ...cart,
    groups: summed,
    itemsMinor,
    shippingMinor,
    totalMinor: itemsMinor + shippingMinor,
    itemCount: sum(lines, (line) => line.quantity),
    hasProblems: lines.some((line) => line.problem !== null),
  };
}

const sum = <Item>(items: readonly Item[], amount: (item: Item) => number): number =>
  items.reduce((total, item) => total + amount(item), 0);
