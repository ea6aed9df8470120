import type { PageDeclaration } from '@plaza/contracts/declaration';
import type { RemotePageName } from '@plaza/contracts/remotes';

/** A page of the shop. */
export interface PageRoute {
  /** Path with `$parameters`, which the page gets by these names. */
  path: string;
  /** The page of a remote that is shown there. */
  page: RemotePageName;
  access: PageDeclaration['access'];
  sharedMaxAgeSeconds?: number | undefined;
}

/**
 * Every page that these remotes have. Where two claim one path, the first has it: a release that claims the path of
 * another is refused before it gets here.
 * @param onConflict told which page lost its path
 */
export function routesOf(
  remotes: readonly (readonly [remote: string, pages: readonly PageDeclaration[]])[],
  onConflict: (lost: PageRoute) => void = () => undefined,
): PageRoute[] {
  const routes = new Map<string, PageRoute>();
  for (const [remote, pages] of remotes) {
    for (const { expose, ...page } of pages) {
      const route = { ...page, page: `${remote}/${expose}` as const };
      const shape = page.path.replaceAll(/\$\w+/g, '$');
      if (routes.has(shape)) onConflict(route);
      else routes.set(shape, route);
    }
  }
  return [...routes.values()];
}
