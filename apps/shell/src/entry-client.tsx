import { createBrowserClient } from '@plaza/api-client/browser';
import type { PageDeclaration } from '@plaza/contracts/declaration';
import { splitModuleName } from '@plaza/federation/module-name';
import { createTelemetry, silentTelemetry } from '@plaza/telemetry';
import { createToaster, type Toaster } from '@plaza/ui/toaster-store';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { config as configureZod } from 'zod/v4/core';
import { BOOT_ID, type Boot, ROOT_ID } from './document/boot.ts';
import { headOf } from './document/page-head.ts';
import { readHead, updateHead } from './document/update-head.ts';
import type { LocalBuilds } from './local-builds/follow-local-builds.ts';
import type { LoadedPage } from './pages/page-outcome.ts';
import { readFailure } from './read-failure.ts';
import { isLocalVersion } from './releases/local-version.ts';
import { watchForNewer } from './releases/watch-for-newer.ts';
import { createRemotes } from './remotes/create-remotes.ts';
import type { BrowserRegistry, Remotes } from './remotes/remotes.ts';
import { reportFailures } from './report-failures.ts';
import { createRouteTree, createShellRouter, loadedPage, type ShellRouter } from './router.tsx';
import { type PageRoute, routesOf } from './routes.ts';
import { createHost, createQueryClient, ShellApp, type ShellAppProps } from './shell.tsx';
import type { Shell } from './shell-context.ts';
import './styles.css';

// The content policy allows no code from text; without this, every parser would try, and the try be reported.
configureZod({ jitless: true });

/** Takes over the document that the server has rendered. */
async function start(): Promise<void> {
  const boot = readBoot();
  const toaster = createToaster();
  const builds = await findLocalBuilds(boot.registry, toaster);
  const registry = builds?.registry ?? boot.registry;
  const routes = routesOfRegistry(registry);
  // Whoever tries what nobody else can get is no visitor to be counted.
  const telemetry = builds
    ? silentTelemetry
    : createTelemetry({
        apiHost: '/ingest',
        apiKey: 'phc_plaza_local',
        origin: () => originOfPage(router, routes, remotes),
        trials: boot.trials,
      });
  reportFailures((failure) => telemetry.track('frontend_failed', failure));
  const queryClient = createQueryClient();
  const client = createBrowserClient('/api/trpc');
  const remotes = createRemotes({
    registry,
    onFailure: (failure) =>
      telemetry.track('remote_failed', { mfe: failure.remote, mfeVersion: failure.version, ...failure }),
  });
  const router = createShellRouter(createRouteTree(routes), {
    remotes,
    api: client,
    onError: (error) => console.error(error),
    takeInitialPage: initialPage(boot),
    isServer: false,
  });
  // The router draws as after a server's rendering, and does not load again what the document brought.
  router.ssr = { manifest: undefined };
  await router.load();

  const absent = new Set(boot.absent);
  const shell: Shell = {
    remotes,
    isAbsent: (name) => absent.has(name),
    isServer: false,
    overrides: boot.overrides,
    onRenderError(error, name) {
      console.error(`${name} could not be drawn`, error);
      const [mfe] = splitModuleName(name);
      const failure = readFailure(error, '');
      if (failure)
        telemetry.track('frontend_failed', { ...failure, mfe, mfeVersion: remotes.versionOf(name) });
      remotes.discard(name);
    },
    toaster,
    telemetry,
  };
  const root = document.getElementById(ROOT_ID);
  if (!root) throw new Error('the document has no root');
  const app = { shell, host: createHost({ client, queryClient, shell }), queryClient, router };
  if (builds) drawLocalBuilds(root, app, builds);
  else hydrateRoot(root, <ShellApp {...app} />);
  // Only the first page came from the server.
  router.subscribe('onBeforeNavigate', () => absent.clear());
  rememberVisit();
  watchForNewer(boot.versionTag, router, toaster);
  followNavigation(router, () =>
    telemetry.track('$pageview', { $current_url: location.href, ...originOfPage(router, routes, remotes) }),
  );
}

/** Of developers who look at builds on their own machine; see docs/decisions. Nobody else loads what that needs. */
async function findLocalBuilds(registry: BrowserRegistry, toaster: Toaster): Promise<LocalBuilds | null> {
  if (!Object.values(registry).some(({ version }) => isLocalVersion(version))) return null;
  const { followLocalBuilds } = await import('./local-builds/follow-local-builds.ts');
  return followLocalBuilds(registry, toaster);
}

/** Draws what the server has left to the browser, now and with every later build. */
function drawLocalBuilds(element: HTMLElement, app: ShellAppProps, builds: LocalBuilds): void {
  const root = createRoot(element);
  root.render(<ShellApp {...app} />);
  updateHead(headOf(loadedPage(app.router), location.origin));
  builds.redraw({
    router: app.router,
    createRemotes: (registry) => createRemotes({ registry, onFailure: console.error }),
    draw: (remotes, key) => root.render(<ShellApp key={key} {...app} shell={{ ...app.shell, remotes }} />),
  });
}

/** A visitor who comes back is no new one, which a canary may be for. */
function rememberVisit(): void {
  const onlyByHttps = location.protocol === 'https:' ? ';secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser, and this one is simple
  document.cookie = `plaza_seen=1;path=/;max-age=31536000;samesite=lax${onlyByHttps}`;
}

function readBoot(): Boot {
  const text = document.getElementById(BOOT_ID)?.textContent;
  if (!text) throw new Error('the document brings no boot data');
  // Written by this shell's own server in the same build.
  return JSON.parse(text) as Boot;
}

/** Hands over the page that came with the document; to the first load, which is of this very address. */
function initialPage({ page }: Boot): () => LoadedPage | undefined {
  let waiting = page;
  return () => {
    const initial = waiting;
    waiting = null;
    return initial ? { ...initial, head: null } : undefined;
  };
}

/** Keeps the document's head in step with the page, and counts page views. */
function followNavigation(router: ShellRouter, onPageView: () => void): void {
  // The first page's head is in the document and nowhere else.
  const first = { page: loadedPage(router), head: readHead() };
  onPageView();
  let shown = first.page;
  router.subscribe('onResolved', ({ fromLocation, pathChanged }) => {
    const page = loadedPage(router);
    // A page that was loaded again may have another head: it is there now, or gone.
    if (page !== shown) updateHead(page && page === first.page ? first.head : headOf(page, location.origin));
    shown = page;
    if (fromLocation && pathChanged) onPageView();
  });
}

const routesOfRegistry = (registry: BrowserRegistry): PageRoute[] =>
  routesOf(
    Object.entries(registry).map(([remote, { pages }]) => [
      remote,
      pages.map(([path, expose, access]): PageDeclaration => ({ path, expose, access: access ?? 'private' })),
    ]),
  );

/** The frontend whose page is shown, and its release. */
function originOfPage(
  router: ShellRouter,
  routes: readonly PageRoute[],
  remotes: Remotes,
): { mfe: string; mfeVersion?: string } {
  const route = routes.find(({ path }) => path === router.state.matches.at(-1)?.routeId);
  if (!route) return { mfe: 'shell' };
  const [mfe] = splitModuleName(route.page);
  return { mfe, mfeVersion: remotes.versionOf(route.page) };
}

void start();
