/**
 * Reads an amount as people type it in English: `1299`, `1,299.00`, `$1,299`, `.5`.
 * @param digits digits after the decimal point that the currency has
 * @returns integer minor units, or null when the text is no amount, is negative, is finer than the currency, or is too
 *   large to be exact
 */
export function parseMoney(text: string, digits: number): number | null {
  const match = /^\p{Sc}?\s*(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d*))?$/u.exec(text.trim());
  const whole = (match?.[1] ?? '').replaceAll(',', '');
  const fraction = match?.[2] ?? '';
  if (!match || (whole === '' && fraction === '')) return null;
  if (fraction.slice(digits).replace(/0/g, '') !== '') return null;
  const minor = Number(`${whole}${fraction.slice(0, digits).padEnd(digits, '0')}`);
  return Number.isSafeInteger(minor) ? minor : null;
}

/** Writes minor units as they are typed: `1299.00`, without currency or grouping. */
export function formatMoneyInput(amountMinor: number, digits: number): string {
  const text = String(amountMinor).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Reads a whole number that is not negative, with or without grouping; null when it is none or not exact. */
export function parseCount(text: string): number | null {
  if (!/^(?:\d{1,3}(?:,\d{3})+|\d+)$/.test(text.trim())) return null;
  const count = Number(text.trim().replaceAll(',', ''));
  return Number.isSafeInteger(count) ? count : null;
}
