import { PAGE_ROUTES, type PageRoute } from '../routes.ts';

const patterns = PAGE_ROUTES.map((route) => ({
  route,
  // Fixed paths come before those with parameters: `/selling/listings/new` is not the listing called "new".
  weight: route.path.includes('$') ? 1 : 0,
  pattern: new RegExp(`^${route.path.replaceAll(/\$[A-Za-z]+/g, '[^/]+')}$`),
})).sort((a, b) => a.weight - b.weight);

/** The page route of a path, or null. The router decides the same; this is asked before it, for access and caching. */
export function matchRoute(pathname: string): PageRoute | null {
  return patterns.find(({ pattern }) => pattern.test(pathname))?.route ?? null;
}
