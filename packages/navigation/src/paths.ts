import { home } from './addresses.ts';
import type { SearchParams } from './search-params.ts';

export * as paths from './addresses.ts';

/**
 * Where to go after signing in: the wanted address if it is a path of this shop, else home. Anything that a browser
 * could read as another origin (`//evil.test`, `/\evil.test`, `https:`) is refused.
 */
export function safeReturnTo(search: SearchParams): string {
  const wanted = search.returnTo ?? '';
  if (!/^\/(?![/\\])/.test(wanted) || hasControlCharacter(wanted)) return home();
  const origin = 'http://shop.invalid';
  return URL.canParse(wanted, origin) && new URL(wanted, origin).origin === origin ? wanted : home();
}

// Browsers drop tabs and line breaks from an address, which could turn `/<tab>/evil.test` into another origin.
const hasControlCharacter = (text: string) => [...text].some((character) => character < ' ');
