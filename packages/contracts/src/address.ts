import { z } from 'zod';

const line = (label: string, max: number) =>
  z
    .string()
    .trim()
    .min(1, { error: `Enter ${label}.` })
    .max(max, { error: `Use at most ${max} characters.` });

/** ISO 3166-1 alpha-2 codes that the market ships to. */
export const countrySchema = z.enum([
  'US',
  'CA',
  'GB',
  'IE',
  'DE',
  'AT',
  'CH',
  'FR',
  'BE',
  'NL',
  'LU',
  'ES',
  'PT',
  'IT',
  'DK',
  'SE',
  'NO',
  'FI',
  'PL',
  'CZ',
  'JP',
  'AU',
  'NZ',
  'AE',
]);
export type Country = z.infer<typeof countrySchema>;

/** A postal address for delivery. */
export const addressSchema = z.object({
  fullName: line('the name of the person who receives the parcel', 100),
  line1: line('the street and number', 120),
  line2: z.string().trim().max(120).default(''),
  city: line('the city', 80),
  region: z.string().trim().max(80).default(''),
  postalCode: line('the postal code', 16),
  country: countrySchema,
  phone: z.string().trim().max(32).default(''),
});
export type Address = z.infer<typeof addressSchema>;

const countryNames = new Intl.DisplayNames('en', { type: 'region' });

export const countryName = (country: Country): string => countryNames.of(country) ?? country;

/** A postal address as it is written on a parcel, without the phone. */
export function addressLines(address: Address): string[] {
  const place = [address.city, address.region, address.postalCode].filter(Boolean).join(', ');
  const lines = [address.fullName, address.line1, address.line2, place, countryName(address.country)];
  return lines.filter(Boolean);
}
