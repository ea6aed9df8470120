import { describe, expect, it } from 'vitest';
import {
  currencyDigits,
  formatChange,
  formatCountShort,
  formatKilobytes,
  formatMoney,
  formatMoneyShort,
  formatShare,
} from './format.ts';

describe('money is written in the units of its currency', () => {
  it('divides by the digits of the currency', () => {
    expect(formatMoney(129_900, 'USD')).toBe('$1,299.00');
    expect(formatMoney(5, 'USD')).toBe('$0.05');
    expect(formatMoney(1299, 'JPY')).toBe('¥1,299');
    expect(currencyDigits('JPY')).toBe(0);
  });
  it('follows the locale', () => {
    expect(formatMoney(129_900, 'EUR', 'de-DE')).toBe('1.299,00\u00a0€');
  });
  it('shortens for axes', () => {
    expect(formatMoneyShort(1_234_500, 'USD')).toBe('$12.3K');
    expect(formatCountShort(12_345)).toBe('12.3K');
    expect(formatShare(0.0312)).toBe('3.1%');
    expect(formatKilobytes(12_345)).toBe('12.3 kB');
  });
});

describe('a change is signed and knows when it cannot be told', () => {
  it('is relative to the value before', () => {
    expect(formatChange(112, 100)).toBe('+12%');
    expect(formatChange(92, 100)).toBe('-8%');
    expect(formatChange(100, 100)).toBe('0%');
  });
  it('is nothing when there was nothing before', () => {
    expect(formatChange(5, 0)).toBeNull();
  });
});
