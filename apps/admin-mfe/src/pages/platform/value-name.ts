import type { AudienceDimension } from '@plaza/contracts';
import { platformMessages as texts } from './messages.ts';

const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/** A channel, a device or a country for people. */
export function valueName(dimension: AudienceDimension, value: string): string {
  if (value === '') return texts.unknown;
  if (dimension === 'country') return /^[A-Z]{2}$/.test(value) ? (countries.of(value) ?? value) : value;
  return texts.values[value] ?? value;
}
