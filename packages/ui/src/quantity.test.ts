import { describe, expect, it } from 'vitest';
import { clampQuantity } from './quantity.ts';

describe('a typed quantity', () => {
  const bounds = { min: 1, max: 10, fallback: 3 };
  it('stays within its bounds', () => {
    expect(clampQuantity('7', bounds)).toBe(7);
    expect(clampQuantity('0', bounds)).toBe(1);
    expect(clampQuantity('-4', bounds)).toBe(1);
    expect(clampQuantity('99999', bounds)).toBe(10);
    expect(clampQuantity('1e9', bounds)).toBe(10);
  });
  it('is whole', () => {
    expect(clampQuantity('2.4', bounds)).toBe(2);
  });
  it('falls back when it is no number', () => {
    expect(clampQuantity('', bounds)).toBe(3);
    expect(clampQuantity('two', bounds)).toBe(3);
  });
});
