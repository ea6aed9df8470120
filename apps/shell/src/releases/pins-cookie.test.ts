import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPins, parsePins } from './pins-cookie.ts';

const digits = fc.constantFrom(...'0123456789abcdef');
const pins = fc
  .array(
    fc.tuple(
      fc.stringMatching(/^[a-z][a-z0-9-]{1,30}$/),
      fc.record({
        version: fc.array(digits, { minLength: 16, maxLength: 16 }).map((text) => text.join('')),
        arm: fc.constantFrom('canary' as const, 'stable' as const),
        percent: fc.integer({ min: 0, max: 100 }),
      }),
    ),
    { maxLength: 20 },
  )
  .map((entries) => new Map(entries));

describe('the cookie of what was drawn', () => {
  it('brings back what was put into it, in characters that a cookie may have', () => {
    fc.assert(
      fc.property(pins, (drawn) => {
        const text = formatPins(drawn);
        expect(text).toMatch(/^[\w.~-]*$/);
        expect(parsePins(text)).toEqual(drawn);
      }),
    );
  });

  it('may say anything without harm', () => {
    fc.assert(fc.property(fc.string(), (text) => void parsePins(text)));
    expect(parsePins(undefined).size).toBe(0);
    expect(parsePins('catalog.0123456789abcdef.s101~catalog.none.c5~x').size).toBe(0);
  });
});
