import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createCountries } from '@plaza/edge/countries';
import { z } from 'zod';

/** Where a network address is used, as far as can be told: a disc on the globe. */
export interface Place {
  /** `Germany`. */
  label: string;
  /** ISO 3166-1, two letters. */
  country: string;
  /** Of the middle, in degrees. */
  latitude: number;
  longitude: number;
  /** So far from the middle it may be: of a disc as large as the country. */
  radiusKm: number;
}

export interface Places {
  /** Where an address is used; null for private ones, for those that nobody has, and for what is no address. */
  find(address: string): Place | null;
}

const discsSchema = z.record(z.string(), z.tuple([z.number(), z.number(), z.number()]));

/** Places by the country of an address. The files are read at the first look. */
export function createPlaces(): Places {
  const names = new Intl.DisplayNames(['en'], { type: 'region' });
  const countries = createCountries();
  let discs: z.infer<typeof discsSchema> | undefined;
  return {
    find: (address) => {
      const country = countries.find(address);
      if (country === null) return null;
      discs ??= readDiscs();
      const disc = discs[country];
      if (!disc) return null;
      const [latitude, longitude, radiusKm] = disc;
      return { label: names.of(country) ?? country, country, latitude, longitude, radiusKm };
    },
  };
}

function readDiscs(): z.infer<typeof discsSchema> {
  const file = createRequire(import.meta.url).resolve('#data/country-discs.json');
  return discsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
