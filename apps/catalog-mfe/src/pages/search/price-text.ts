import { MARKET_CURRENCY } from '@plaza/contracts/limits';
import { currencyDigits } from '@plaza/ui/format';

const DIGITS = currencyDigits(MARKET_CURRENCY);
const MAX_WHOLE_DIGITS = 8;

/**
 * Reads a price that somebody typed or an address holds: `1200`, `1,200.50`, `$12`.
 * @returns integer minor units, or null when it is no price
 */
export function readPrice(text = ''): number | null {
  const plain = text.replace(/[\s,$]/g, '');
  const match = /^(\d*)(?:\.(\d*))?$/.exec(plain);
  const [, whole = '', fraction = ''] = match ?? [];
  if (!match || whole + fraction === '' || whole.length > MAX_WHOLE_DIGITS) return null;
  return Number(`${whole}${fraction.slice(0, DIGITS).padEnd(DIGITS, '0')}`);
}

/** Writes minor units as short as they can be read back: `1200`, `1200.50`. */
export function writePrice(priceMinor: number): string {
  const text = (priceMinor / 10 ** DIGITS).toFixed(DIGITS);
  return text.replace(/\.0+$/, '');
}
