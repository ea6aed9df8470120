import { type Country, countrySchema } from '@plaza/contracts';

const names = new Intl.DisplayNames('en', { type: 'region' });

export const countryName = (country: Country): string => names.of(country) ?? country;

/** Countries that the market ships to, by name. */
export const countryOptions = countrySchema.options
  .map((country) => ({ value: country, label: countryName(country) }))
  .sort((a, b) => a.label.localeCompare(b.label, 'en'));
