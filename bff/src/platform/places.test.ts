import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlaces } from './places.ts';

const places = createPlaces();

describe('a place', () => {
  it.each([
    ['8.8.8.8', 'United States'],
    ['2001:4860:4860::8888', 'United States'],
    ['::ffff:91.198.174.192', 'Netherlands'],
    ['133.1.1.1', 'Japan'],
  ])('of %s is %s', (address, label) => {
    expect(places.find(address)?.label).toBe(label);
  });

  it.each(['127.0.0.1', '::1', '10.1.2.3', '192.168.0.4', 'fd00::1', 'fe80::1%eth0', '', 'unknown'])(
    'of %j is not known',
    (address) => {
      expect(places.find(address)).toBeNull();
    },
  );

  it('is on the globe, or unknown, whatever is asked', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()), (address) => {
        const place = places.find(address);
        if (!place) return;
        expect(Math.abs(place.latitude)).toBeLessThanOrEqual(90);
        expect(Math.abs(place.longitude)).toBeLessThanOrEqual(180);
        expect(place.radiusKm).toBeGreaterThan(0);
      }),
    );
  });
});
