import type { ProcessList } from './process-list.ts';
import { printNote } from './steps.ts';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;
/** A process that lived this long has not failed because of how it was started. */
const SETTLED_MS = 30_000;

/** A process of the market that is up. */
export interface RunningProcess {
  pid: number;
  exited: Promise<void>;
  stop(): Promise<void>;
}

/** A part of the market that is kept running: when its process ends without being asked, it is started again. */
export class Service {
  readonly name: string;
  readonly #launch: () => Promise<RunningProcess>;
  readonly #list: ProcessList;
  #running: RunningProcess | undefined;
  #starting: Promise<void> | undefined;
  #wanted = false;

  /** @param launch starts the process and settles when it is up */
  constructor(name: string, list: ProcessList, launch: () => Promise<RunningProcess>) {
    this.name = name;
    this.#list = list;
    this.#launch = launch;
  }

  /** The first start; throws when the process does not come up. */
  async start(): Promise<void> {
    this.#wanted = true;
    this.#starting = this.#run();
    await this.#starting;
  }

  async stop(): Promise<void> {
    this.#wanted = false;
    await this.#starting?.catch(() => {});
    await this.#running?.stop();
  }

  async #run(): Promise<void> {
    const running = await this.#launch();
    const startedAt = performance.now();
    this.#running = running;
    this.#list.add(this.name, running.pid);
    void running.exited.then(() => {
      this.#list.remove(this.name);
      this.#running = undefined;
      if (this.#wanted) void this.#recover(performance.now() - startedAt > SETTLED_MS ? 0 : 1);
    });
    // Asked to stop while it was coming up.
    if (!this.#wanted) await running.stop();
  }

  async #recover(failures: number): Promise<void> {
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS);
    printNote(this.name, `ended unexpectedly; starting it again in ${pauseMs / 1_000} s`);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    if (!this.#wanted) return;
    this.#starting = this.#run();
    try {
      await this.#starting;
      printNote(this.name, 'is back');
    } catch (error) {
      printNote(this.name, error instanceof Error ? error.message : String(error));
      if (this.#wanted) void this.#recover(failures + 1);
    }
  }
}
