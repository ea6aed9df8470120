import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { RemoteModuleName } from '@plaza/contracts/remotes';
import type { Logger } from 'pino';
import { type LoadedRelease, type LoadReleaseInput, nothingLoaded } from '../remotes/load-release.ts';
import type { ActiveRemote } from '../remotes/remote-snapshot.ts';
import type { RemoteModule } from '../remotes/remotes.ts';
import type { Combination } from '../server/combinations.ts';
import { CircuitBreaker } from './circuit-breaker.ts';
import { createPulseMemory, Pulse } from './pulse.ts';
import type {
  CombinationSpec,
  KnownRelease,
  LoadReport,
  RenderJob,
  RenderOutput,
  RenderWorkerData,
} from './render-protocol.ts';
import { type StartedWorker, WorkerLost, WorkerPool } from './worker-pool.ts';

/** One goes on while another is replaced. */
const MIN_THREADS = 2;
const HEAP_MB = 256;
/** Stands for a module that is in the workers: this thread never runs it. */
const ELSEWHERE: RemoteModule = { default: () => null };

export interface RenderThreadsOptions
  extends Pick<RenderWorkerData, 'shell' | 'publicUrl' | 'bffUrl' | 'logLevel'> {
  /** The code of a worker. */
  entry: URL;
  log: Logger;
}

interface Wish extends LoadReleaseInput {
  resolve: (loaded: LoadedRelease) => void;
}

/**
 * Where the code of remotes runs on the server: in threads that may be lost. Each knows the releases that it began with;
 * when others are wanted, other threads take over, and with the old ones what nobody names leaves memory.
 */
export class RenderThreads {
  readonly #options: RenderThreadsOptions;
  readonly #pool: WorkerPool<RenderJob, RenderOutput, LoadReport[]>;
  readonly #breaker = new CircuitBreaker();
  readonly #known = new Map<string, KnownRelease>();
  readonly #specs = new WeakMap<Combination, { key: string; remotes: CombinationSpec['remotes'] }>();
  #wishes: Wish[] = [];
  #isLoading = false;

  constructor(options: RenderThreadsOptions) {
    this.#options = options;
    const size = Math.max(MIN_THREADS, availableParallelism() - 1);
    this.#pool = new WorkerPool({ size, log: options.log });
  }

  /** Brings a release into the threads, together with others that are wanted at the same time. Never throws. */
  readonly load = (wanted: LoadReleaseInput): Promise<LoadedRelease> =>
    new Promise((resolve) => {
      this.#wishes.push({ ...wanted, resolve });
      void this.#loadWishes();
    });

  /** A release that nobody names any more is not taken along. */
  readonly forget = (remote: string, version: string): void => {
    this.#known.delete(keyOf(remote, version));
  };

  /**
   * Renders in a thread. When one is lost over it, once more without the part that was being drawn.
   * @throws when that does not help either
   */
  async render(
    combination: Combination,
    job: Pick<RenderJob, 'input' | 'acceptEncoding'>,
  ): Promise<RenderOutput> {
    try {
      return await this.#pool.run(this.#jobOf(combination, job));
    } catch (error) {
      if (!(error instanceof WorkerLost)) throw error;
      const { suspect } = error;
      if (suspect !== null && isModuleName(suspect))
        this.#breaker.trip(`${suspect}@${combination.remotes.versionOf(suspect)}`);
      return await this.#pool.run(this.#jobOf(combination, job));
    }
  }

  /** Parts that are left to the browser, for `/healthz`. */
  withheld(): string[] {
    return this.#breaker.list();
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  #jobOf(
    combination: Combination,
    { input, acceptEncoding }: Pick<RenderJob, 'input' | 'acceptEncoding'>,
  ): RenderJob {
    const { key, remotes } = this.#specOf(combination);
    const withheld = this.#breaker.list().flatMap((part) => {
      const [name = '', version = ''] = part.split('@');
      return isModuleName(name) && combination.remotes.versionOf(name) === version ? [name] : [];
    });
    return { key: `${key} ${withheld.join()}`, spec: { remotes, withheld }, input, acceptEncoding };
  }

  #specOf(combination: Combination): { key: string; remotes: CombinationSpec['remotes'] } {
    const known = this.#specs.get(combination);
    if (known) return known;
    const remotes = [...combination.remotes.active].map(([remote, active]) => specOf(remote, active));
    const spec = {
      // More than the combination's own: the same releases may have other ones before them.
      key: remotes
        .map(({ remote, version, previous, isOff }) => [remote, version, previous?.version, isOff])
        .join(),
      remotes,
    };
    this.#specs.set(combination, spec);
    return spec;
  }

  /** One change of threads after the other, each with all that was wished for since the one before. */
  async #loadWishes(): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    // What is wished for in the same moment comes together.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#wishes.length > 0) {
      const wishes = this.#wishes;
      this.#wishes = [];
      await this.#bring(wishes);
    }
    this.#isLoading = false;
  }

  async #bring(wishes: readonly Wish[]): Promise<void> {
    for (const { remote, release, folder } of wishes)
      this.#known.set(keyOf(remote, release.version), { remote, release, folder });
    const failures = new Map<string, unknown>();
    let reports: readonly LoadReport[] = [];
    for (let tries = 0; tries <= wishes.length; tries += 1) {
      try {
        reports = await this.#pool.replace(() => this.#start());
        break;
      } catch (error) {
        const suspect = error instanceof WorkerLost ? error.suspect : null;
        this.#options.log.error({ err: error, suspect }, 'render workers with other releases cannot start');
        const culprits = wishes.map(({ remote, release }) => keyOf(remote, release.version));
        for (const key of culprits.filter((key) => suspect === null || key === suspect)) {
          failures.set(key, error);
          this.#known.delete(key);
        }
      }
    }
    for (const { remote, release, resolve } of wishes) {
      const key = keyOf(remote, release.version);
      const report = reports.find((found) => keyOf(found.remote, found.version) === key);
      const error = failures.get(key);
      const names = Object.keys(release.exposes).map((expose) => `${remote}/${expose}`);
      const loaded =
        report && error === undefined
          ? toLoaded(report)
          : nothingLoaded(names.map((name) => ({ name, error })));
      if (loaded.modules.size === 0) this.#known.delete(key);
      resolve(loaded);
    }
  }

  #start(): StartedWorker {
    const { entry, shell, publicUrl, bffUrl, logLevel } = this.#options;
    const releases = [...this.#known.values()];
    const pulse = createPulseMemory(
      releases.flatMap(({ remote, release }) => [
        keyOf(remote, release.version),
        ...Object.keys(release.exposes).map((expose) => `${remote}/${expose}`),
      ]),
    );
    const workerData: RenderWorkerData = { releases, shell, publicUrl, bffUrl, logLevel, pulse };
    const worker = new Worker(entry, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    return { worker, pulse: new Pulse(pulse) };
  }
}

const isModuleName = (name: string): name is RemoteModuleName => name.includes('/');
const keyOf = (remote: string, version: string): string => `${remote}@${version}`;

const toLoaded = ({ modules, failed, inlineStyles }: LoadReport): LoadedRelease => ({
  modules: new Map(modules.map((name) => [name, ELSEWHERE])),
  failed: [...failed],
  inlineStyles: new Map(inlineStyles),
});

const specOf = (
  remote: string,
  { release, loaded, previous, isOff }: ActiveRemote,
): CombinationSpec['remotes'][number] => ({
  remote,
  version: release.version,
  release: loaded.modules.size === 0 ? release : null,
  isOff,
  previous: previous && {
    version: previous.version,
    baseUrl: previous.baseUrl,
    entry: previous.entry,
    stylesheets: previous.stylesheets,
  },
});
