import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSearchParams, parseSearchParams } from './search-params.ts';

describe('a query string', () => {
  it('comes back as it was written', () => {
    const value = fc.string({ minLength: 1, unit: 'grapheme' });
    const key = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9]*$/);
    fc.assert(
      fc.property(fc.dictionary(key, value), (params) => {
        expect(parseSearchParams(formatSearchParams(params))).toEqual({ ...params });
      }),
    );
  });

  it('holds plain strings: no quotes around what looks like a number', () => {
    expect(formatSearchParams({ q: '42', page: 2, inStock: true })).toBe('?q=42&page=2&inStock=true');
    expect(parseSearchParams('?q=42&page=2')).toEqual({ q: '42', page: '2' });
  });

  it('leaves out what is not there', () => {
    expect(formatSearchParams({ q: '', sort: undefined, page: null })).toBe('');
  });

  it('joins the values of a repeated key, and is not confused by malformed or hostile ones', () => {
    expect(parseSearchParams('a=1&a=2&%E0%A4%A=x&__proto__=y&=z')).toMatchObject({ a: '1,2' });
    expect(Object.getPrototypeOf(parseSearchParams('__proto__=y'))).toBe(Object.prototype);
  });
});
