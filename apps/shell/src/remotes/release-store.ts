import { join } from 'node:path';
import type { Registry, RegistryEntry, Release } from '@plaza/contracts/registry';
import type { Logger } from 'pino';
import { isElsewhere, mirrorRelease } from '../releases/mirror-release.ts';
import { type LoadedRelease, type LoadReleaseInput, nothingLoaded } from './load-release.ts';

const RETRY_FIRST_MS = 1_000;
const RETRY_MAX_MS = 30_000;
/** Releases that the registry does not name, for those who look at them by an override. */
const MAX_EXTRA = 20;

/** A release and as much of it as this server could load. */
export interface StoredRelease {
  release: Release;
  loaded: LoadedRelease;
}

export interface RemoteState {
  /** `outdated`: what is wanted could not be loaded, and the last good release serves on. */
  status: 'ok' | 'partial' | 'outdated' | 'absent';
  version: string | null;
  wanted: string;
  canary?: { version: string; status: 'ok' | 'absent' };
  /** Parts that could not be loaded. */
  failed: string[];
}

interface Attempt extends StoredRelease {
  failures: number;
  retryAt: number;
}

export interface ReleaseStoreOptions {
  remotesDir: string;
  /** How a release comes to where it is run. */
  load: (input: LoadReleaseInput) => Promise<LoadedRelease>;
  /** Told which one is not needed any more. */
  forget?: (remote: string, version: string) => void;
  log: Logger;
}

/**
 * The releases that this server renders with: every module of every release that the registry names, in memory, so that
 * no request waits for one. One that cannot be loaded leaves the last good one in its place.
 */
export class ReleaseStore {
  readonly #options: ReleaseStoreOptions;
  /** By `<remote>@<version>`. */
  readonly #attempts = new Map<string, Attempt>();
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #lastGood = new Map<string, StoredRelease>();
  readonly #extra = new Map<string, { remote: string; release: Release }>();
  #loads = 0;
  #generation = 0;

  constructor(options: ReleaseStoreOptions) {
    this.#options = options;
  }

  /** Rises whenever something was loaded or forgotten. */
  get generation(): number {
    return this.#generation;
  }

  /** Loads what the registry names and is not here yet, and forgets what nobody names. Resolves when it has tried. */
  async update({ remotes }: Registry): Promise<void> {
    const named = new Set(this.#extra.keys());
    const loads: Promise<void>[] = [];
    for (const [remote, { stable, previous, canary }] of Object.entries(remotes)) {
      loads.push(this.#ensure(remote, stable).then(() => this.#settle(remote, stable, previous)));
      if (canary) loads.push(this.#ensure(remote, canary.release));
      for (const release of [stable, previous, canary?.release, this.#lastGood.get(remote)?.release])
        if (release) named.add(keyOf(remote, release));
    }
    for (const key of this.#attempts.keys()) if (!named.has(key)) this.#forget(key);
    for (const remote of this.#lastGood.keys()) if (!remotes[remote]) this.#lastGood.delete(remote);
    await Promise.all(loads);
  }

  /** What everybody gets: the stable release, or the last that could be loaded, or as much of it as there is. */
  stableOf(remote: string, { stable }: RegistryEntry): StoredRelease {
    const wanted = this.#attempts.get(keyOf(remote, stable));
    if (wanted && isWhole(wanted)) return wanted;
    return this.#lastGood.get(remote) ?? wanted ?? { release: stable, loaded: nothingLoaded() };
  }

  /** A release if all of it is here. */
  find(remote: string, release: Release): StoredRelease | null {
    const attempt = this.#attempts.get(keyOf(remote, release));
    return attempt && isWhole(attempt) ? attempt : null;
  }

  /** As much of any release as can be loaded; it stays for the next who asks, while there is room. */
  async loadExtra(remote: string, release: Release): Promise<StoredRelease> {
    const key = keyOf(remote, release);
    this.#extra.delete(key);
    this.#extra.set(key, { remote, release });
    for (const oldest of [...this.#extra.keys()].slice(0, -MAX_EXTRA)) this.#extra.delete(oldest);
    await this.#ensure(remote, release);
    return this.#attempts.get(key) ?? { release, loaded: nothingLoaded() };
  }

  /** A release that somebody has looked at by an override before. */
  findExtra(remote: string, version: string): Release | undefined {
    return this.#extra.get(`${remote}@${version}`)?.release;
  }

  /** How every remote is doing, for `/healthz`. One that is away is not this server's illness. */
  describe({ remotes }: Registry): Record<string, RemoteState> {
    return Object.fromEntries(
      Object.entries(remotes).map(([remote, entry]): [string, RemoteState] => {
        const { release, loaded } = this.stableOf(remote, entry);
        const wanted = entry.stable.version;
        const failed = loaded.failed.map(({ name }) => name);
        const isAbsent = loaded.modules.size === 0;
        const isOutdated = release.version !== wanted;
        const canary = entry.canary?.release;
        return [
          remote,
          {
            status: isAbsent ? 'absent' : isOutdated ? 'outdated' : failed.length > 0 ? 'partial' : 'ok',
            version: isAbsent ? null : release.version,
            wanted,
            ...(canary && {
              canary: { version: canary.version, status: this.find(remote, canary) ? 'ok' : 'absent' },
            }),
            failed,
          },
        ];
      }),
    );
  }

  #forget(key: string): void {
    const [remote = '', version = ''] = key.split('@');
    this.#attempts.delete(key);
    this.#options.forget?.(remote, version);
  }

  /** Remembers what is good, and looks for something good where there is nothing. */
  async #settle(remote: string, stable: Release, previous: Release | null): Promise<void> {
    const good = this.find(remote, stable);
    if (good) this.#lastGood.set(remote, good);
    else if (previous && !this.#lastGood.has(remote)) {
      await this.#ensure(remote, previous);
      const earlier = this.find(remote, previous);
      if (earlier) {
        this.#lastGood.set(remote, earlier);
        this.#generation += 1;
      }
    }
  }

  /** At most one attempt at a time, and fewer the more have failed. */
  #ensure(remote: string, release: Release): Promise<void> {
    const key = keyOf(remote, release);
    const known = this.#attempts.get(key);
    if (known && (isWhole(known) || known.retryAt > Date.now())) return Promise.resolve();
    const running = this.#underWay.get(key);
    if (running) return running;
    const attempt = this.#load(remote, release, known?.failures ?? 0).finally(() =>
      this.#underWay.delete(key),
    );
    this.#underWay.set(key, attempt);
    return attempt;
  }

  async #load(remote: string, release: Release, failures: number): Promise<void> {
    const { remotesDir, log } = this.#options;
    const { version } = release;
    const folder = join(remotesDir, remote, version);
    this.#loads += 1;
    let loaded: LoadedRelease;
    try {
      if (isElsewhere(folder, release)) await mirrorRelease(folder, release);
      loaded = await this.#options.load({ remote, release, folder, attempt: this.#loads });
    } catch (error) {
      loaded = nothingLoaded(
        Object.keys(release.exposes).map((expose) => ({ name: `${remote}/${expose}`, error })),
      );
    }
    for (const { name, error } of loaded.failed)
      log.error({ err: error, remote, version, module: name }, 'a remote cannot be loaded');
    const wait = Math.min(RETRY_MAX_MS, RETRY_FIRST_MS * 2 ** failures);
    const isGood = isWhole({ loaded });
    this.#attempts.set(keyOf(remote, release), {
      release,
      loaded,
      failures: isGood ? 0 : failures + 1,
      retryAt: Date.now() + wait,
    });
    this.#generation += 1;
    if (isGood) log.info({ remote, version }, 'a release is loaded');
  }
}

const keyOf = (remote: string, { version }: Release): string => `${remote}@${version}`;
const isWhole = ({ loaded }: Pick<StoredRelease, 'loaded'>): boolean =>
  loaded.failed.length === 0 && loaded.modules.size > 0;
