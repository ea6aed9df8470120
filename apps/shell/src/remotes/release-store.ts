import { readFile, stat } from 'node:fs/promises';
import { REMOTES, type RemoteName } from '@plaza/contracts/remotes';
import { type Registry, registrySchema } from '@plaza/federation/registry';
import type { Logger } from 'pino';
import { loadRelease } from './load-release.ts';
import { type ActiveRemote, RemoteSnapshot } from './remote-snapshot.ts';

const POLL_MS = 1_000;
const RETRY_FIRST_MS = 1_000;
const RETRY_MAX_MS = 30_000;

export interface RemoteState {
  /** `outdated`: what is wanted could not be loaded, and the last good release serves on. */
  status: 'ok' | 'partial' | 'outdated' | 'absent';
  version: string | null;
  wanted: string;
  /** Parts that could not be loaded. */
  failed: string[];
}

export interface RemoteStoreOptions {
  registryFile: string;
  remotesDir: string;
  log: Logger;
}

/**
 * The remotes that this server renders with: every module of every live release, in memory, so that no request waits for
 * one. A new release takes over when all of it is loaded; one that cannot be loaded leaves the last good one in place.
 */
export class RemoteStore {
  readonly #options: RemoteStoreOptions;
  readonly #failures = new Map<RemoteName, { version: string; count: number; retryAt: number }>();
  #current = new RemoteSnapshot(new Map());
  #registry: Registry = { schema: 2, remotes: {} };
  #stamp = '';
  #timer: NodeJS.Timeout | undefined;
  #loads = 0;

  constructor(options: RemoteStoreOptions) {
    this.#options = options;
  }

  /** Loads what is live now and keeps up with the registry. Resolves after the first attempt, whatever came of it. */
  async start(): Promise<void> {
    await this.#refresh();
    const poll = async () => {
      await this.#refresh();
      this.#timer = setTimeout(poll, POLL_MS);
      this.#timer.unref();
    };
    this.#timer = setTimeout(poll, POLL_MS);
    this.#timer.unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** What is live now; another object whenever a release goes live. */
  get current(): RemoteSnapshot {
    return this.#current;
  }

  /** How every remote is doing, for `/healthz`. One that is away is not this server's illness. */
  describe(): Partial<Record<RemoteName, RemoteState>> {
    const known = REMOTES.flatMap((remote): [RemoteName, RemoteState][] => {
      const wanted = this.#registry.remotes[remote]?.stable.version;
      const active = this.#current.active.get(remote);
      if (!wanted) return [];
      const version = active?.entry.stable.version ?? null;
      const failed = active?.release.failed.map(({ name }) => name) ?? [];
      const status = !active
        ? 'absent'
        : version !== wanted
          ? 'outdated'
          : failed.length > 0
            ? 'partial'
            : 'ok';
      return [[remote, { status, version, wanted, failed }]];
    });
    return Object.fromEntries(known);
  }

  async #refresh(): Promise<void> {
    await this.#readRegistry();
    await Promise.all(REMOTES.map((remote) => this.#update(remote)));
  }

  /** A registry that cannot be read or makes no sense leaves the last good one in force. */
  async #readRegistry(): Promise<void> {
    const { registryFile, log } = this.#options;
    try {
      const { mtimeMs, size, ino } = await stat(registryFile);
      const stamp = `${mtimeMs} ${size} ${ino}`;
      if (stamp === this.#stamp) return;
      this.#stamp = stamp;
      this.#registry = registrySchema.parse(JSON.parse(await readFile(registryFile, 'utf8')));
    } catch (error) {
      log.warn({ err: error }, 'the registry of remotes cannot be read');
    }
  }

  async #update(remote: RemoteName): Promise<void> {
    const entry = this.#registry.remotes[remote];
    const active = this.#current.active.get(remote);
    if (
      !entry ||
      (active && active.entry.stable.version === entry.stable.version && !active.release.failed.length)
    )
      return;
    const failure = this.#failures.get(remote);
    if (failure?.version === entry.stable.version && failure.retryAt > Date.now()) return;

    const { remotesDir, log } = this.#options;
    this.#loads += 1;
    const release = await loadRelease({ remote, entry: entry.stable, remotesDir, attempt: this.#loads });
    for (const { name, error } of release.failed) {
      log.error(
        { err: error, remote, version: entry.stable.version, module: name },
        'a remote cannot be loaded',
      );
    }
    if (release.failed.length === 0) this.#failures.delete(remote);
    else this.#noteFailure(remote, entry.stable.version);
    // A release that is only partly good replaces nothing but its own earlier attempt.
    const isBetter = !active || release.failed.length === 0;
    if (isBetter && release.modules.size > 0) this.#activate(remote, { entry, release });
  }

  #noteFailure(remote: RemoteName, version: string): void {
    const before = this.#failures.get(remote);
    const count = before?.version === version ? before.count + 1 : 1;
    const retryAt = Date.now() + Math.min(RETRY_MAX_MS, RETRY_FIRST_MS * 2 ** (count - 1));
    this.#failures.set(remote, { version, count, retryAt });
  }

  #activate(remote: RemoteName, next: ActiveRemote): void {
    this.#current = this.#current.with(remote, next);
    this.#options.log.info({ remote, version: next.entry.stable.version }, 'a remote is live');
  }
}
