/** Reading values whose shape nobody promised. */

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text cut to a bound; halves of surrogate pairs become U+FFFD, because ClickHouse refuses them. Empty when no text. */
export function readText(value: unknown, maxLength: number): string {
  if (typeof value !== 'string') return '';
  return (value.length > maxLength ? value.slice(0, maxLength) : value).toWellFormed();
}
