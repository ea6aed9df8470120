import { trialTag } from '@plaza/contracts';
import { type Registry, releaseWithoutFiles } from '@plaza/contracts/registry';
import { cookieName } from '@plaza/edge/cookie-name';
import type { Countries } from '@plaza/edge/countries';
import { INTERNAL_COOKIE, isInternalPass } from '@plaza/edge/internal-pass';
import { parse, serialize } from 'hono/utils/cookie';
import { type Assignment, assign } from '../releases/assign.ts';
import { isLocalVersion, localOrigin } from '../releases/local-version.ts';
import { END_OVERRIDES } from '../releases/override-parameter.ts';
import {
  type AskOverride,
  formatOverrides,
  OVERRIDES_COOKIE,
  OVERRIDES_KEPT_SECONDS,
  type Overrides,
  parseOverride,
  readOverrides,
  signOverrides,
} from '../releases/overrides.ts';
import { formatPins, PINS_COOKIE, PINS_KEPT_SECONDS, parsePins } from '../releases/pins-cookie.ts';
import { nothingLoaded } from '../remotes/load-release.ts';
import type { ReleaseStore, StoredRelease } from '../remotes/release-store.ts';
import type { Choice, Combination, Combinations } from './combinations.ts';

/** Set by the browser: whoever has it has been here before. */
const SEEN_COOKIE = 'plaza_seen';

export interface VisitRequest {
  cookie: string | undefined;
  /** The visitor's address. */
  address: () => string;
}

/** What one visitor gets of the frontends, for as long as one request takes. */
export interface Visit {
  combination: Combination;
  trials: readonly string[];
  overrides: readonly string[];
  /** Whether a part of it is on the visitor's own machine, where no server can draw it. */
  hasLocalBuild: boolean;
  /** Whether everybody gets the same at this moment, so that others may keep the document. */
  isShared: boolean;
  /** `Set-Cookie` headers. */
  setCookies: readonly string[];
}

export interface VisitsOptions {
  registry: () => Registry;
  store: ReleaseStore;
  combinations: Combinations;
  countries: Countries;
  askOverride: AskOverride;
  secret: string;
  isSecure: boolean;
  /** From 0 up to 1. */
  random: () => number;
  now: () => number;
}

const NOTHING: ReadonlyMap<string, Choice> = new Map();

/** Decides for every visitor which release of each frontend they get; why so is in docs/decisions. */
export class Visits {
  readonly #options: VisitsOptions;

  constructor(options: VisitsOptions) {
    this.#options = options;
  }

  /** Begins a document, for which the visitor draws where they have not yet. */
  begin(request: VisitRequest): Promise<Visit> {
    return this.#decide(request, this.#options.random);
  }

  /** Names what this visitor would get now; see `versionTag` of the boot data. */
  async versionTag(request: VisitRequest): Promise<string> {
    return (await this.#decide(request, null)).combination.assets.versionTag;
  }

  /** The stable releases alone. */
  get everybodys(): Combination {
    return this.#options.combinations.get(this.#options.registry(), NOTHING);
  }

  /**
   * Chooses a release for the browser that asks, if its account may.
   * @returns a `Set-Cookie` header; null when nothing changes
   */
  async override(text: string, cookie: string | undefined): Promise<string | null> {
    const { secret, now, store, askOverride } = this.#options;
    if (text === END_OVERRIDES) return this.#cookie(OVERRIDES_COOKIE, '', 0);
    const [frontend, version] = parseOverride(text) ?? [];
    if (!frontend || !version) return null;
    const isRelease = version !== 'off' && !isLocalVersion(version);
    const answer = await askOverride({ cookie: cookie ?? '', frontend, version: isRelease ? version : null });
    if (!answer) return null;
    if (answer.release) await store.loadExtra(frontend, answer.release);
    const overrides = new Map(readOverrides(this.#read(cookie, OVERRIDES_COOKIE), secret, now()));
    overrides.delete(frontend);
    overrides.set(frontend, version);
    return this.#cookie(OVERRIDES_COOKIE, signOverrides(overrides, secret, now()), OVERRIDES_KEPT_SECONDS);
  }

  async #decide(request: VisitRequest, random: (() => number) | null): Promise<Visit> {
    const { combinations, secret, now } = this.#options;
    const registry = this.#options.registry();
    const overrides = readOverrides(this.#read(request.cookie, OVERRIDES_COOKIE), secret, now());
    if (overrides.size === 0 && !hasCanary(registry)) {
      const combination = combinations.get(registry, NOTHING);
      return {
        combination,
        trials: [],
        overrides: [],
        hasLocalBuild: false,
        isShared: true,
        setCookies: [],
      };
    }
    // Whoever looks at a release on purpose is no visitor whose behaviour says something.
    const assigned = this.#assign(registry, request, overrides.size > 0 ? null : random);
    const choices = new Map<string, Choice>();
    for (const [frontend, arm] of assigned.arms) if (arm === 'canary') choices.set(frontend, arm);
    for (const [frontend, choice] of await this.#chosen(overrides, request)) choices.set(frontend, choice);
    const pins = formatPins(assigned.pins);
    const isChanged = random !== null && pins !== (this.#read(request.cookie, PINS_COOKIE) ?? '');
    return {
      combination: combinations.get(registry, choices),
      trials: overrides.size > 0 ? [] : tagsOf(registry, assigned),
      overrides: formatOverrides(overrides),
      hasLocalBuild: [...overrides.values()].some(isLocalVersion),
      isShared: false,
      setCookies: isChanged ? [this.#cookie(PINS_COOKIE, pins, pins === '' ? 0 : PINS_KEPT_SECONDS)] : [],
    };
  }

  #assign(registry: Registry, { cookie, address }: VisitRequest, random: (() => number) | null): Assignment {
    const { countries, secret, now } = this.#options;
    const visitor = {
      pins: parsePins(this.#read(cookie, PINS_COOKIE)),
      isNew: parse(cookie ?? '', SEEN_COOKIE)[SEEN_COOKIE] === undefined,
      isInternal: isInternalPass(secret, this.#read(cookie, INTERNAL_COOKIE), new Date(now())),
      country: () => countries.find(address()),
    };
    return assign(registry, visitor, random);
  }

  /** Releases that were chosen and may still be. */
  async #chosen(overrides: Overrides, { cookie }: VisitRequest): Promise<[string, Choice][]> {
    const { store, askOverride } = this.#options;
    const choices = [...overrides].map(async ([frontend, version]): Promise<[string, Choice][]> => {
      if (version === 'off') return [[frontend, version]];
      if (isLocalVersion(version)) return [[frontend, this.#localBuild(frontend, version)]];
      const release =
        store.findExtra(frontend, version) ??
        // Another server has taken the wish, or this one has started since.
        (await askOverride({ cookie: cookie ?? '', frontend, version }))?.release;
      return release ? [[frontend, await store.loadExtra(frontend, release)]] : [];
    });
    return (await Promise.all(choices)).flat();
  }

  /** What is known here of a build on the visitor's machine: the pages that the stable release has. */
  #localBuild(frontend: string, version: string): StoredRelease {
    const pages = this.#options.registry().remotes[frontend]?.stable.pages ?? [];
    const release = { ...releaseWithoutFiles(version, pages), baseUrl: `${localOrigin(version)}/` };
    return { release, loaded: nothingLoaded() };
  }

  #read(cookie: string | undefined, name: string): string | undefined {
    const full = cookieName(name, this.#options.isSecure);
    return cookie?.includes(full) ? parse(cookie, full)[full] : undefined;
  }

  #cookie(name: string, value: string, maxAge: number): string {
    const { isSecure } = this.#options;
    return serialize(cookieName(name, isSecure), value, {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: isSecure,
      maxAge,
    });
  }
}

const hasCanary = ({ remotes }: Registry): boolean =>
  Object.values(remotes).some(({ canary }) => canary !== null);

function tagsOf({ remotes }: Registry, { arms }: Assignment): string[] {
  return [...arms].flatMap(([frontend, arm]) => {
    const version = remotes[frontend]?.canary?.release.version;
    return version ? [trialTag(frontend, version, arm)] : [];
  });
}
