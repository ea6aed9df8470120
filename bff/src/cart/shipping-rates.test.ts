import { countrySchema } from '@plaza/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findZone, listShippingOptions } from './shipping-rates.ts';

describe('zones', () => {
  it.each([
    ['US', 'US', 'domestic'],
    ['US', 'CA', 'nearby'],
    ['DE', 'CH', 'nearby'],
    ['NZ', 'AU', 'nearby'],
    ['DE', 'US', 'world'],
    ['JP', 'AE', 'world'],
  ])('%s to %s is %s', (from, to, zone) => {
    expect(findZone(from, to)).toBe(zone);
  });

  it('are the same there and back', () => {
    const country = fc.constantFrom(...countrySchema.options);
    fc.assert(fc.property(country, country, (from, to) => findZone(from, to) === findZone(to, from)));
  });
});

describe('rates', () => {
  it('offer standard first and express for more money and fewer days, everywhere', () => {
    const country = fc.constantFrom(...countrySchema.options);
    fc.assert(
      fc.property(country, country, (from, to) => {
        const [standard, express] = listShippingOptions(from, to);
        expect(standard).toMatchObject({ speed: 'standard' });
        expect(express).toMatchObject({ speed: 'express' });
        expect(express?.priceMinor).toBeGreaterThan(standard?.priceMinor ?? 0);
        expect(express?.maxDays).toBeLessThan(standard?.maxDays ?? 0);
      }),
    );
  });

  it('grow with the distance', () => {
    const price = (to: string) => listShippingOptions('US', to)[0]?.priceMinor ?? 0;
    expect([price('US'), price('CA'), price('JP')]).toEqual([495, 995, 1995]);
  });
});
