import type { ApiClient } from '@plaza/api-client';
import type { RemotePageName } from '@plaza/contracts/remotes';
import { formatSearchParams, parseSearchParams } from '@plaza/navigation/search-params';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  type RouterHistory,
  redirect,
} from '@tanstack/react-router';
import { Layout } from './layout/layout.tsx';
import { NotFoundPage } from './layout/not-found-page.tsx';
import { loadPage } from './pages/load-page.ts';
import type { LoadedPage } from './pages/page-outcome.ts';
import { PageView } from './pages/page-view.tsx';
import type { Remotes } from './remotes/remotes.ts';
import type { PageRoute } from './routes.ts';

/** How long a public page that was fetched ahead may be shown without asking again. */
const PREFETCH_KEPT_MS = 20_000;

export interface RouterContext {
  remotes: Remotes;
  api: ApiClient;
  onError: (error: unknown, page: RemotePageName) => void;
  /** In the browser: hands over, once, the page that the server has loaded already. */
  takeInitialPage?: () => LoadedPage | undefined;
  isServer: boolean;
}

const createRoot = () =>
  createRootRouteWithContext<RouterContext>()({ component: Layout, notFoundComponent: NotFoundPage });

/** The routes as the router knows them; the same tree serves many routers. */
export function createRouteTree(routes: readonly PageRoute[]) {
  const root = createRoot();
  return root.addChildren(routes.map((route) => toRoute(root, route)));
}

function toRoute(root: ReturnType<typeof createRoot>, { path, page, access }: PageRoute) {
  const isPrivate = access === 'private';
  const route = createRoute({
    getParentRoute: () => root,
    path,
    loaderDeps: ({ search }) => ({ search: toStrings(search) }),
    // What is personal must be as of now: it is never fetched ahead.
    preload: !isPrivate,
    loader: async ({ context, params, deps, location }): Promise<LoadedPage> => {
      const initial = context.takeInitialPage?.();
      if (initial) return initial;
      const loaded = await loadPage({
        page,
        location: { params: toStrings(params), search: deps.search },
        href: location.href,
        remotes: context.remotes,
        api: context.api,
        onError: context.onError,
      });
      if (loaded.outcome.kind === 'redirect' && !context.isServer) {
        throw redirect({ href: loaded.outcome.href });
      }
      return loaded;
    },
    component: () => <PageView page={page} loaded={route.useLoaderData()} />,
  });
  return route;
}

const toStrings = (values: object): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));

/** The router of one page load: in the browser for its life, on the server for one request. */
export function createShellRouter(
  routeTree: ReturnType<typeof createRouteTree>,
  context: RouterContext,
  history?: RouterHistory,
) {
  return createRouter({
    routeTree,
    context,
    ...(history && { history }),
    parseSearch: parseSearchParams,
    stringifySearch: formatSearchParams,
    scrollRestoration: !context.isServer,
    defaultPreloadStaleTime: PREFETCH_KEPT_MS,
    // Going back shows the page as it was at once, and asks again behind it.
    defaultStaleTime: 0,
    defaultPendingMs: 60_000,
    isServer: context.isServer,
  });
}
export type ShellRouter = ReturnType<typeof createShellRouter>;

/** The page that the router shows, if a route matched. */
export function loadedPage(router: ShellRouter): LoadedPage | null {
  const data = router.state.matches.at(-1)?.loaderData;
  return data && 'outcome' in data ? data : null;
}
