import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CanonicalValue, toCanonicalJson } from './canonical-json.ts';

const anyValue: fc.Arbitrary<CanonicalValue> = fc.letrec<{ value: CanonicalValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.string({ unit: 'binary' }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value')),
    fc.dictionary(fc.string({ unit: 'binary' }), tie('value')),
  ),
})).value;

/** The same value with the keys of every object in another order. */
function turned(value: CanonicalValue): CanonicalValue {
  if (Array.isArray(value)) return value.map(turned);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, turned(member)]),
  );
}

describe('canonical JSON', () => {
  it('is JSON of the same value', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const text = toCanonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value === 0 ? 0 : value)));
      }),
    );
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(toCanonicalJson(turned(value))).toBe(toCanonicalJson(value));
      }),
    );
  });

  it('writes what it reads the same way again', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const text = toCanonicalJson(value);
        expect(toCanonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('orders keys by their code units and writes no spaces', () => {
    expect(toCanonicalJson({ b: [1, { z: null, a: true }], a: 'é"\n', ö: 0, B: -1 })).toBe(
      '{"B":-1,"a":"é\\"\\n","b":[1,{"a":true,"z":null}],"ö":0}',
    );
  });

  it.each([0.1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %d', (number) => {
    expect(() => toCanonicalJson({ number })).toThrow('whole number');
  });
});
