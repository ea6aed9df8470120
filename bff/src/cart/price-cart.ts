import {
  type Cart,
  type CartGroup,
  type CartLine,
  MARKET_CURRENCY,
  type ShippingSpeed,
} from '@plaza/contracts';
import { findLineProblem } from './cart-problems.ts';
import type { CartLineRecord, CartRecord } from './cart-record.ts';
import { DEFAULT_SPEED, listShippingOptions } from './shipping-rates.ts';

/** The cart of a browser that never put anything into one. */
export const EMPTY_CART: Cart = {
  version: 0,
  currency: MARKET_CURRENCY,
  itemCount: 0,
  groups: [],
  email: null,
  address: null,
  itemsMinor: 0,
  shippingMinor: 0,
  totalMinor: 0,
  hasProblems: false,
};

/**
 * The cart at the prices of this moment, one group a seller in the order in which they came in. A line that is not
 * sold any more counts nothing, and neither does shipping for a seller of whom only such lines are left.
 */
export function priceCart(record: CartRecord | null): Cart {
  if (record === null) return EMPTY_CART;
  const groups = groupBySeller(record.lines).map((lines) => priceGroup(lines, record));
  const itemsMinor = sum(groups.map((group) => group.itemsMinor));
  const shippingMinor = sum(groups.map((group) => group.shippingMinor));
  const lines = groups.flatMap((group) => group.lines);
  return {
    version: record.version,
    currency: MARKET_CURRENCY,
    itemCount: sum(lines.map((line) => line.quantity)),
    groups,
    email: record.email,
    address: record.address,
    itemsMinor,
    shippingMinor,
    totalMinor: itemsMinor + shippingMinor,
    hasProblems: lines.some((line) => line.problem !== null),
  };
}

function priceGroup(
  [first, ...rest]: SellerLines,
  cart: Pick<CartRecord, 'address' | 'shippingSpeeds'>,
): CartGroup {
  const { country, ...seller } = first.seller;
  const lines = [first, ...rest].map(priceLine);
  const itemsMinor = sum(lines.map((line) => line.totalMinor));
  const shippingOptions = cart.address ? [...listShippingOptions(country, cart.address.country)] : [];
  const shippingSpeed: ShippingSpeed | null = cart.address
    ? (cart.shippingSpeeds[seller.id] ?? DEFAULT_SPEED)
    : null;
  const chosen = shippingOptions.find((option) => option.speed === shippingSpeed);
  const shippingMinor = itemsMinor > 0 && chosen ? chosen.priceMinor : 0;
  return { seller, lines, itemsMinor, shippingOptions, shippingSpeed, shippingMinor };
}

function priceLine(line: CartLineRecord): CartLine {
  const problem = findLineProblem(line);
  const unitPriceMinor = line.variant?.priceMinor ?? line.seenPriceMinor;
  return {
    variantId: line.variantId,
    productId: line.productId,
    productSlug: line.productSlug,
    title: line.title,
    variantLabel: line.variant?.optionValues.join(' / ') ?? '',
    picture: line.picture,
    quantity: line.quantity,
    unitPriceMinor,
    totalMinor: problem?.code === 'unavailable' ? 0 : unitPriceMinor * line.quantity,
    availableQuantity: problem?.code === 'unavailable' ? 0 : Math.max(0, line.availableQuantity),
    problem,
  };
}

type SellerLines = [CartLineRecord, ...CartLineRecord[]];

function groupBySeller(lines: readonly CartLineRecord[]): SellerLines[] {
  const groups = new Map<string, SellerLines>();
  for (const line of lines) {
    const group = groups.get(line.seller.id);
    if (group) group.push(line);
    else groups.set(line.seller.id, [line]);
  }
  return [...groups.values()];
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
