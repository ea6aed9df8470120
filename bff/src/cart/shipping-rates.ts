import type { ShippingOption, ShippingSpeed } from '@plaza/contracts';

/** How far a parcel goes, seen from the seller's country. */
export type Zone = 'domestic' | 'nearby' | 'world';

/** Countries between which parcels travel as neighbours do. */
const NEIGHBOURHOODS: readonly (readonly string[])[] = [
  ['US', 'CA'],
  ['AU', 'NZ'],
  [
    ...['GB', 'IE', 'DE', 'AT', 'CH', 'FR', 'BE', 'NL', 'LU'],
    ...['ES', 'PT', 'IT', 'DK', 'SE', 'NO', 'FI', 'PL', 'CZ'],
  ],
];

/** Flat rates of a seller's parcel in cents of the market's currency, with working days until it arrives. */
const RATES: Readonly<Record<Zone, readonly ShippingOption[]>> = {
  domestic: [
    { speed: 'standard', priceMinor: 495, minDays: 2, maxDays: 4 },
    { speed: 'express', priceMinor: 1295, minDays: 1, maxDays: 2 },
  ],
  nearby: [
    { speed: 'standard', priceMinor: 995, minDays: 4, maxDays: 7 },
    { speed: 'express', priceMinor: 2495, minDays: 2, maxDays: 3 },
  ],
  world: [
    { speed: 'standard', priceMinor: 1995, minDays: 7, maxDays: 14 },
    { speed: 'express', priceMinor: 4495, minDays: 3, maxDays: 5 },
  ],
};

export const DEFAULT_SPEED: ShippingSpeed = 'standard';

/** The zone of a parcel between two countries (ISO 3166-1 alpha-2). */
export function findZone(fromCountry: string, toCountry: string): Zone {
  if (fromCountry === toCountry) return 'domestic';
  const isNearby = NEIGHBOURHOODS.some((area) => area.includes(fromCountry) && area.includes(toCountry));
  return isNearby ? 'nearby' : 'world';
}

/** What a seller's parcel may cost and how long it takes, slowest first. */
export const listShippingOptions = (fromCountry: string, toCountry: string): readonly ShippingOption[] =>
  RATES[findZone(fromCountry, toCountry)];
