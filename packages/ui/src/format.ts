/** Locale that Plaza writes in unless it is told otherwise. */
export const DEFAULT_LOCALE = 'en-US';

/** Formatters are slow to build and few in kind; the bound keeps a hostile locale list from growing memory. */
const MAX_FORMATTERS = 200;
const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}|${JSON.stringify(options)}`;
  const known = numberFormats.get(key);
  if (known) return known;
  if (numberFormats.size >= MAX_FORMATTERS) numberFormats.clear();
  const created = new Intl.NumberFormat(locale, options);
  numberFormats.set(key, created);
  return created;
}

/** Reading them from a formatter costs more than all else on a page full of prices. */
const digitsByCurrency = new Map<string, number>();

/** Digits after the decimal point of a currency: 2 for USD, 0 for JPY. */
export function currencyDigits(currency: string): number {
  const known = digitsByCurrency.get(currency);
  if (known !== undefined) return known;
  const format = numberFormat(DEFAULT_LOCALE, { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  if (digitsByCurrency.size >= MAX_FORMATTERS) digitsByCurrency.clear();
  digitsByCurrency.set(currency, digits);
  return digits;
}

/**
 * Writes an amount of money for people.
 * @param amountMinor integer minor units (cents)
 * @param currency ISO 4217 code
 * @throws RangeError when the currency is no ISO code
 */
export function formatMoney(amountMinor: number, currency: string, locale: string = DEFAULT_LOCALE): string {
  const digits = currencyDigits(currency);
  return numberFormat(locale, { style: 'currency', currency }).format(amountMinor / 10 ** digits);
}

/** Short money for axes and tiles: $1.2K. @param amountMinor integer minor units */
export function formatMoneyShort(
  amountMinor: number,
  currency: string,
  locale: string = DEFAULT_LOCALE,
): string {
  const amount = amountMinor / 10 ** currencyDigits(currency);
  const options = { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1 } as const;
  return numberFormat(locale, { ...options, minimumFractionDigits: 0 }).format(amount);
}

/** A whole count with group separators: 12,345. */
export function formatCount(count: number, locale: string = DEFAULT_LOCALE): string {
  return numberFormat(locale, { maximumFractionDigits: 0 }).format(count);
}

/** A short count for axes: 12K. */
export function formatCountShort(count: number, locale: string = DEFAULT_LOCALE): string {
  return numberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(count);
}

/** A size in thousands of bytes: 12,345 bytes become 12.3 kB. */
export function formatKilobytes(bytes: number, locale: string = DEFAULT_LOCALE): string {
  return `${numberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(bytes / 1_000)} kB`;
}

/** A share as a percentage: 0.0312 becomes 3.1%. */
export function formatShare(share: number, locale: string = DEFAULT_LOCALE): string {
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

/** Change against a value before, as a signed percentage; null when there is nothing to compare with. */
export function formatChange(value: number, before: number, locale: string = DEFAULT_LOCALE): string | null {
  if (before === 0 || !Number.isFinite(before)) return null;
  return numberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  }).format((value - before) / Math.abs(before));
}
