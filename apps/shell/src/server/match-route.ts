import type { PageRoute } from '../routes.ts';

export type MatchRoute = (pathname: string) => PageRoute | null;

/**
 * Finds the page route of a path. The router decides the same; this is asked before it, for access and caching. Fixed
 * parts of a path come before parameters: `/selling/listings/new` is not the listing called "new".
 */
export function createMatcher(routes: readonly PageRoute[]): MatchRoute {
  const patterns = routes
    .map((route) => {
      const segments = route.path.split('/');
      const isParameter = (segment: string) => segment.startsWith('$');
      return {
        route,
        rank: segments.map((segment) => (isParameter(segment) ? '1' : '0')).join(''),
        pattern: new RegExp(
          `^${segments.map((part) => (isParameter(part) ? '[^/]+' : escapePart(part))).join('/')}$`,
        ),
      };
    })
    .sort((a, b) => (a.rank < b.rank ? -1 : 1));
  return (pathname) => patterns.find(({ pattern }) => pattern.test(pathname))?.route ?? null;
}

const escapePart = (text: string) => text.replaceAll(/[.$]/g, '\\$&');
