/** A query string as plain strings: no quoting, no nesting; values of a repeated key are joined by commas. */
export type SearchParams = Readonly<Record<string, string>>;

/** Reads `?a=1&b=2` (with or without the question mark). Never throws: malformed escapes stay as they are. */
export function parseSearchParams(search: string): Record<string, string> {
  const params: Record<string, string> = {};
  for (const [key, value] of new URLSearchParams(search)) {
    if (key === '__proto__') continue;
    // Checkboxes of one name, as a plain form sends them.
    params[key] = Object.hasOwn(params, key) ? `${params[key]},${value}` : value;
  }
  return params;
}

/**
 * Writes a query string with its question mark, or nothing when there is nothing to say. Values that are absent or
 * empty are left out, so that a cleared filter leaves no trace in the address.
 */
export function formatSearchParams(params: Readonly<Record<string, unknown>>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) {
    if (value === undefined || value === null || value === '') continue;
    search.append(key, String(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
