/**
 * Reads what somebody typed as a quantity within bounds.
 * @returns the nearest allowed whole number, or `fallback` when the text is no number
 */
export function clampQuantity(text: string, bounds: { min: number; max: number; fallback: number }): number {
  const number = text.trim() === '' ? Number.NaN : Math.round(Number(text));
  if (Number.isNaN(number)) return bounds.fallback;
  return Math.max(bounds.min, Math.min(bounds.max, number));
}
