import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoneyInput, parseCount, parseMoney } from './money-input.ts';

describe('reading an amount', () => {
  it.each([
    ['1299', 129_900],
    ['1,299.00', 129_900],
    ['$1,299', 129_900],
    ['$ 1,299.5', 129_950],
    ['.5', 50],
    ['0', 0],
    ['12.', 1_200],
    [' 7.25 ', 725],
    ['7.2500', 725],
  ])('takes %j', (text, minor) => {
    expect(parseMoney(text, 2)).toBe(minor);
  });

  it.each([
    '',
    ' ',
    '.',
    '-1',
    '1,29',
    '12,99',
    '1.299,00',
    '1.234',
    '1e3',
    'ten',
    '1 000',
    '$',
    '99999999999999999',
  ])('refuses %j', (text) => {
    expect(parseMoney(text, 2)).toBeNull();
  });

  it('takes no fraction for a currency without one', () => {
    expect(parseMoney('1,299', 0)).toBe(1299);
    expect(parseMoney('1299.5', 0)).toBeNull();
  });

  it('reads back what is written, with and without grouping', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000_000 });
    fc.assert(
      fc.property(amount, fc.constantFrom(0, 2, 3), (minor, digits) => {
        expect(parseMoney(formatMoneyInput(minor, digits), digits)).toBe(minor);
        const grouped = new Intl.NumberFormat('en-US', { minimumFractionDigits: digits });
        expect(parseMoney(grouped.format(minor / 10 ** digits), digits)).toBe(minor);
      }),
    );
  });

  it('never throws and never answers a fraction or less than nothing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const minor = parseMoney(text, 2);
        expect(minor === null || (Number.isSafeInteger(minor) && minor >= 0)).toBe(true);
      }),
    );
  });
});

describe('reading a count', () => {
  it.each([
    ['0', 0],
    ['12', 12],
    ['1,200', 1200],
    [' 3 ', 3],
  ])('takes %j', (text, count) => {
    expect(parseCount(text)).toBe(count);
  });

  it.each(['', '-1', '1.5', '1,2', 'many', '99999999999999999'])('refuses %j', (text) => {
    expect(parseCount(text)).toBeNull();
  });
});
