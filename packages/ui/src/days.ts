// Days of figures are UTC, wherever they are read.
const dayFormat = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' });
const datedFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
const YEAR_MS = 365 * 86_400_000;

/** Days as in `2026-05-31`, both inclusive. */
interface Days {
  from: string;
  to: string;
}

/** A day of a period: `May 31`, with its year where the same day comes twice. @param day `2026-05-31` */
export const formatDay = (day: string, { from, to }: Days): string =>
  (Date.parse(to) - Date.parse(from) >= YEAR_MS ? datedFormat : dayFormat).format(new Date(day));

/** A period: `May 1 – May 31, 2026`. */
export function formatDays({ from, to }: Days): string {
  const last = datedFormat.format(new Date(to));
  if (from === to) return last;
  const format = from.slice(0, 4) === to.slice(0, 4) ? dayFormat : datedFormat;
  return `${format.format(new Date(from))} – ${last}`;
}
