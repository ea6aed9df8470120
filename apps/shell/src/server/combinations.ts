import type { Registry, RegistryEntry, Release } from '@plaza/contracts/registry';
import type { Logger } from 'pino';
import { isLocalVersion, localOrigin } from '../releases/local-version.ts';
import { nothingLoaded } from '../remotes/load-release.ts';
import type { ReleaseStore, StoredRelease } from '../remotes/release-store.ts';
import { type ActiveRemote, RemoteSnapshot } from '../remotes/remote-snapshot.ts';
import { createRouteTree } from '../router.tsx';
import { type PageRoute, routesOf } from '../routes.ts';
import { createMatcher, type MatchRoute } from './match-route.ts';
import { PageAssets, type ShellAssets } from './page-assets.ts';
import { type DocumentHeaders, documentHeaders } from './security-headers.ts';

/** As many as five canaries at once make of two each, and as much again for overrides; the oldest give way. */
const MAX_COMBINATIONS = 64;

/** What a visitor gets of a frontend instead of the stable release. */
export type Choice = 'canary' | 'off' | StoredRelease;

/** Where the pages of a combination are. Most combinations share one. */
export interface Routing {
  routes: readonly PageRoute[];
  match: MatchRoute;
  tree: ReturnType<typeof createRouteTree>;
}

/** One release of every remote, and all that follows from it. */
export interface Combination {
  remotes: RemoteSnapshot;
  routing: Routing;
  assets: PageAssets;
  headers: DocumentHeaders;
}

/** The combinations of releases that visitors have, each derived once and kept while its releases are. */
export class Combinations {
  readonly #options: { store: ReleaseStore; shell: ShellAssets; publicUrl: string; log: Logger };
  readonly #known = new Map<string, Combination>();
  readonly #routings = new Map<string, Routing>();
  #registry: Registry | undefined;
  #generation = -1;

  constructor(options: { store: ReleaseStore; shell: ShellAssets; publicUrl: string; log: Logger }) {
    this.#options = options;
  }

  /** @param choices by frontend; whoever is not in it gets the stable release */
  get(registry: Registry, choices: ReadonlyMap<string, Choice>): Combination {
    const { store } = this.#options;
    if (this.#registry !== registry || this.#generation !== store.generation) {
      this.#known.clear();
      this.#registry = registry;
      this.#generation = store.generation;
    }
    const active = new Map<string, ActiveRemote>();
    for (const [remote, entry] of Object.entries(registry.remotes))
      active.set(remote, pick(store, remote, entry, choices.get(remote)));
    for (const [remote, choice] of choices)
      if (!active.has(remote) && typeof choice === 'object')
        active.set(remote, { ...choice, previous: null, isOff: false });

    const key = [...active]
      .map(([remote, { release, isOff }]) => `${remote}@${isOff ? 'off' : release.version}`)
      .join();
    const known = this.#known.get(key);
    if (known) return known;
    for (const oldest of [...this.#known.keys()].slice(0, -MAX_COMBINATIONS)) this.#known.delete(oldest);
    const combination = this.#derive(new RemoteSnapshot(active));
    this.#known.set(key, combination);
    return combination;
  }

  #derive(remotes: RemoteSnapshot): Combination {
    const { shell, publicUrl } = this.#options;
    const assets = new PageAssets(remotes, shell);
    const releases = [...remotes.active.values()].map(({ release }) => release);
    return {
      remotes,
      assets,
      routing: this.#routingOf(remotes),
      headers: documentHeaders({
        importMap: assets.importMap,
        inlineStyles: assets.inlineStyles,
        publicUrl,
        releaseOrigins: originsOf(releases),
        localOrigins: releases.flatMap(({ version }) =>
          isLocalVersion(version) ? [localOrigin(version)] : [],
        ),
      }),
    };
  }

  #routingOf({ active }: RemoteSnapshot): Routing {
    const declared = [...active].map(([remote, { release }]) => [remote, release.pages] as const);
    const key = JSON.stringify(declared);
    const known = this.#routings.get(key);
    if (known) return known;
    if (this.#routings.size >= MAX_COMBINATIONS) this.#routings.clear();
    const routes = routesOf(declared, ({ path, page }) =>
      this.#options.log.error({ path, page }, 'another frontend has this path already: the page is left out'),
    );
    const routing = { routes, match: createMatcher(routes), tree: createRouteTree(routes) };
    this.#routings.set(key, routing);
    // The router keeps the first tree of a process prepared, and prepares others for every request.
    Reflect.deleteProperty(globalThis, '__TSR_CACHE__');
    return routing;
  }
}

function pick(
  store: ReleaseStore,
  remote: string,
  entry: RegistryEntry,
  choice: Choice | undefined,
): ActiveRemote {
  const stable = store.stableOf(remote, entry);
  const earlier = entry.previous?.version === stable.release.version ? null : entry.previous;
  if (entry.isOff || choice === 'off') {
    return { release: stable.release, loaded: nothingLoaded(), previous: null, isOff: true };
  }
  const chosen = choice === 'canary' ? entry.canary && store.find(remote, entry.canary.release) : choice;
  return chosen && chosen.release.version !== stable.release.version
    ? // Whoever looks at a build of their own must not be shown another one for it.
      { ...chosen, previous: isLocalVersion(chosen.release.version) ? null : stable.release, isOff: false }
    : { ...stable, previous: earlier, isOff: false };
}

const originsOf = (releases: readonly Release[]): string[] => [
  ...new Set(
    releases.filter(({ baseUrl }) => /^https?:/.test(baseUrl)).map(({ baseUrl }) => new URL(baseUrl).origin),
  ),
];
