import { newId } from '@plaza/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toOrderNumber, toSellerOrderNumber } from './order-number.ts';

describe('an order number', () => {
  it('is ten unambiguous signs in two groups', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(toOrderNumber(id)).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
      }),
    );
  });
  it('follows from the id alone', () => {
    expect(toOrderNumber('01900000-0000-7000-8000-000000000021')).toBe('00000-00011');
    expect(toOrderNumber('01900000-0000-7000-bfff-ffffffffffff')).toBe('ZZZZZ-ZZZZZ');
  });
  it('differs from order to order, also within a millisecond', () => {
    const numbers = Array.from({ length: 20_000 }, () => toOrderNumber(newId()));
    expect(new Set(numbers).size).toBe(numbers.length);
  });
  it('is followed by the part', () => {
    expect(toSellerOrderNumber('P7K3M-92QXT', 2)).toBe('P7K3M-92QXT-2');
  });
});
