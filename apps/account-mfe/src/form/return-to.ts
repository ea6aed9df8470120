import { type SearchParams, safeReturnTo } from '@plaza/navigation';

/** Where to go after signing in: a path of this shop, and never back to a form that has been filled in. */
export function returnPath(search: SearchParams): string {
  const wanted = safeReturnTo(search);
  return /^\/(?:sign-in|register)(?:[/?#]|$)/.test(wanted) ? '/' : wanted;
}

/** The address that signing in returns to from `href`: from a form itself, what that form returns to. */
export function returnPathFrom(href: string): string {
  if (!/^\/(?:sign-in|register)(?:[/?#]|$)/.test(href)) return href;
  const { searchParams } = new URL(href, 'http://shop.invalid');
  return returnPath({ returnTo: searchParams.get('returnTo') ?? '' });
}
