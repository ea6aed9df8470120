import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createCountries } from './countries.ts';

const countries = createCountries();

it.each([
  ['8.8.8.8', 'US'],
  ['::ffff:91.198.174.192', 'NL'],
  ['2001:4860:4860::8888', 'US'],
  ['192.168.0.4', null],
  ['unknown', null],
])('the country of %s is %s', (address, country) => {
  expect(countries.find(address)).toBe(country);
});

it('a country is two letters or unknown, whatever is asked', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()), (address) => {
      expect(countries.find(address) ?? 'XX').toMatch(/^[A-Z]{2}$/);
    }),
  );
});
