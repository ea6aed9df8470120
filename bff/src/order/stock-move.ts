/** How the stock of a variant changes: units on the shelf, and units promised to unpaid orders. */
export interface StockMove {
  variantId: string;
  onHand: number;
  reserved: number;
}

type Sold = Iterable<{ variantId: string; quantity: number }>;

/** What was reserved is sold: it leaves the shelf. */
export const takeReserved = (lines: Sold) => move(lines, { onHand: -1, reserved: -1 });
/** Sold without a reservation. */
export const takeFree = (lines: Sold) => move(lines, { onHand: -1, reserved: 0 });
/** What was reserved is free again. */
export const release = (lines: Sold) => move(lines, { onHand: 0, reserved: -1 });
/** What was sold comes back to the shelf. */
export const putBack = (lines: Sold) => move(lines, { onHand: 1, reserved: 0 });

/** One move a variant, however many lines share it, by variant id: the order in which stock is locked. */
function move(lines: Sold, sign: { onHand: -1 | 0 | 1; reserved: -1 | 0 | 1 }): StockMove[] {
  const quantities = new Map<string, number>();
  for (const { variantId, quantity } of lines) {
    quantities.set(variantId, (quantities.get(variantId) ?? 0) + quantity);
  }
  return [...quantities]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([variantId, quantity]) => ({
      variantId,
      onHand: sign.onHand * quantity,
      reserved: sign.reserved * quantity,
    }));
}
