import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { putBack, release, takeFree, takeReserved } from './stock-move.ts';

const anyLines = fc.array(
  fc.record({ variantId: fc.constantFrom('c', 'a', 'b'), quantity: fc.integer({ min: 1, max: 99 }) }),
);

describe('stock moves', () => {
  it('come once a variant, however many lines share it, in one global order', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const moves = release(lines);
        const ids = moves.map((move) => move.variantId);
        expect(ids).toEqual([...new Set(lines.map((line) => line.variantId))].sort());
        for (const move of moves) {
          const own = lines.filter((line) => line.variantId === move.variantId);
          expect(-move.reserved).toBe(own.reduce((total, line) => total + line.quantity, 0));
        }
      }),
    );
  });

  it('cancel each other out: sold and put back, with and without a reservation', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const total = (moves: { onHand: number; reserved: number }[]) =>
          moves.reduce(
            (sum, move) => ({ onHand: sum.onHand + move.onHand, reserved: sum.reserved + move.reserved }),
            {
              onHand: 0,
              reserved: 0,
            },
          );
        expect(total([...takeFree(lines), ...putBack(lines)])).toEqual({ onHand: 0, reserved: 0 });
        expect(total(takeReserved(lines))).toEqual(total([...release(lines), ...takeFree(lines)]));
      }),
    );
  });
});
