import { countryName, countrySchema } from '@plaza/contracts';

/** Countries that the market ships to, by name. */
export const countryOptions = countrySchema.options
  .map((country) => ({ value: country, label: countryName(country) }))
  .sort((a, b) => a.label.localeCompare(b.label, 'en'));
