import type { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { Pulse } from './pulse.ts';

/** How often the workers are looked at. */
const LOOK_MS = 200;
/** A worker whose event loop stands still for so long runs something that will not end. */
const STALLED_AFTER_MS = 2_000;
/** Jobs that one worker has under way; the others wait. */
const MAX_JOBS = 64;
const MAX_WAITING = 1_000;
const WAIT_MS = 10_000;
const READY_WITHIN_MS = 30_000;
/** What is under way in a worker that is being replaced may take so long. */
const DRAIN_MS = 10_000;

/** The worker ended in the middle of a job. */
export class WorkerLost extends Error {
  /** What the worker was running when it stood still, as `<remote>/<expose>`; null when it died in another way. */
  readonly suspect: string | null;
  constructor(reason: string, suspect: string | null) {
    super(`a render worker was lost: ${reason}`);
    this.suspect = suspect;
  }
}

/** More jobs wait than can be done in time. */
class PoolBusy extends Error {}

export interface StartedWorker {
  worker: Worker;
  pulse: Pulse;
}

interface Job<Input, Output> {
  id: number;
  /** When it was asked for, on the clock of `performance`. */
  since: number;
  input: Input;
  resolve: (output: Output) => void;
  reject: (error: unknown) => void;
}

interface Member<Input, Output> extends StartedWorker {
  jobs: Map<number, Job<Input, Output>>;
  /** Gets no more jobs. */
  isLeaving: boolean;
}

/** What a worker says: that it is ready (with a note on how it is), or what came of a job. */
export type WorkerMessage<Output, Note> =
  | { kind: 'ready'; note: Note }
  | { kind: 'done'; id: number; output: Output }
  | { kind: 'failed'; id: number; error: unknown };

export interface WorkerPoolOptions {
  size: number;
  log: Logger;
}

/**
 * Threads that do one kind of job. One that stands still or runs out of memory is ended and another takes its place; its
 * jobs fail with `WorkerLost`. The thread of the caller is never held up by what they run.
 */
export class WorkerPool<Input, Output, Note> {
  readonly #options: WorkerPoolOptions;
  #members: Member<Input, Output>[] = [];
  readonly #leaving = new Set<Member<Input, Output>>();
  readonly #waiting: Job<Input, Output>[] = [];
  #start: (() => StartedWorker) | null = null;
  #generation = 0;
  #ids = 0;
  #isClosed = false;
  readonly #looking: NodeJS.Timeout;

  constructor(options: WorkerPoolOptions) {
    this.#options = options;
    this.#looking = setInterval(() => this.#look(), LOOK_MS).unref();
  }

  /**
   * Starts workers by another recipe; those there are finish what they have begun and end.
   * @returns what the first of them said of itself
   * @throws when it does not become ready; those there are stay
   */
  async replace(start: () => StartedWorker): Promise<Note> {
    this.#generation += 1;
    const generation = this.#generation;
    const { member, note } = await this.#begin(start);
    if (this.#isClosed || generation !== this.#generation) {
      // Something newer was asked for in the meantime.
      void member.worker.terminate();
      return note;
    }
    this.#start = start;
    const before = this.#members;
    this.#members = [member];
    this.#hand();
    for (const old of before) this.#retire(old);
    void this.#fill();
    return note;
  }

  /** @throws {WorkerLost} {PoolBusy} or what the job threw */
  run(input: Input): Promise<Output> {
    if (this.#waiting.length >= MAX_WAITING)
      return Promise.reject(new PoolBusy('too many pages are waiting'));
    return new Promise((resolve, reject) => {
      this.#ids += 1;
      this.#waiting.push({ id: this.#ids, since: performance.now(), input, resolve, reject });
      this.#hand();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#looking);
    await Promise.all([...this.#members, ...this.#leaving].map(({ worker }) => worker.terminate()));
  }

  /** Gives waiting jobs to the workers that have the least to do. */
  #hand(): void {
    while (this.#waiting.length > 0) {
      const [freest] = this.#members.toSorted((a, b) => a.jobs.size - b.jobs.size);
      if (!freest || freest.jobs.size >= MAX_JOBS) return;
      const job = this.#waiting.shift();
      if (!job) return;
      if (freest.jobs.size === 0) freest.pulse.expect();
      freest.jobs.set(job.id, job);
      freest.worker.postMessage({ id: job.id, input: job.input });
    }
  }

  /** Starts a worker and waits until it can take jobs. */
  #begin(start: () => StartedWorker): Promise<{ member: Member<Input, Output>; note: Note }> {
    const member: Member<Input, Output> = { ...start(), jobs: new Map(), isLeaving: false };
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new WorkerLost('it did not become ready', member.pulse.current()));
        void member.worker.terminate();
      }, READY_WITHIN_MS);
      member.worker.on('message', (message: WorkerMessage<Output, Note>) => {
        if (message.kind !== 'ready') {
          this.#finish(member, message);
          return;
        }
        clearTimeout(timer);
        resolve({ member, note: message.note });
      });
      member.worker.on('error', (error) => {
        clearTimeout(timer);
        reject(error);
        // Where it was when its memory was full is most likely what has filled it.
        this.#lose(member, String(error), member.pulse.current());
      });
      member.worker.on('exit', () => {
        clearTimeout(timer);
        reject(new Error('a render worker ended before it was ready'));
        this.#lose(member, 'it ended', null);
      });
    });
  }

  #finish(
    member: Member<Input, Output>,
    message: Exclude<WorkerMessage<Output, Note>, { kind: 'ready' }>,
  ): void {
    const job = member.jobs.get(message.id);
    member.jobs.delete(message.id);
    if (message.kind === 'done') job?.resolve(message.output);
    else job?.reject(message.error);
    if (member.isLeaving && member.jobs.size === 0) this.#end(member);
    this.#hand();
  }

  /** Looks for workers that stand still, and for jobs that have waited too long for one. */
  #look(): void {
    while (performance.now() - (this.#waiting[0]?.since ?? Number.POSITIVE_INFINITY) > WAIT_MS)
      this.#waiting.shift()?.reject(new PoolBusy('no worker was free in time'));
    for (const member of [...this.#members, ...this.#leaving]) {
      if (member.jobs.size === 0 || member.pulse.age() < STALLED_AFTER_MS) continue;
      const suspect = member.pulse.current();
      void member.worker.terminate();
      this.#lose(member, 'it stood still', suspect);
    }
  }

  /** Takes a worker out that has ended, and starts another in its place. */
  #lose(member: Member<Input, Output>, reason: string, suspect: string | null): void {
    const isMember = this.#members.includes(member);
    const jobs = [...member.jobs.values()];
    member.jobs.clear();
    this.#leaving.delete(member);
    this.#members = this.#members.filter((other) => other !== member);
    for (const job of jobs) job.reject(new WorkerLost(reason, suspect));
    if (!isMember || this.#isClosed) return;
    this.#options.log.error({ reason, suspect, jobs: jobs.length }, 'a render worker was lost');
    void this.#fill();
  }

  /** Starts workers until there are as many as there shall be. */
  async #fill(): Promise<void> {
    const start = this.#start;
    const generation = this.#generation;
    while (start && !this.#isClosed && this.#members.length < this.#options.size) {
      try {
        const { member } = await this.#begin(start);
        if (this.#isClosed || generation !== this.#generation || this.#members.length >= this.#options.size) {
          void member.worker.terminate();
          return;
        }
        this.#members.push(member);
        this.#hand();
      } catch (error) {
        this.#options.log.error({ err: error }, 'a render worker could not be started');
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS).unref());
      }
    }
  }

  #retire(member: Member<Input, Output>): void {
    member.isLeaving = true;
    this.#leaving.add(member);
    if (member.jobs.size === 0) this.#end(member);
    else setTimeout(() => this.#end(member), DRAIN_MS).unref();
  }

  #end(member: Member<Input, Output>): void {
    this.#leaving.delete(member);
    void member.worker.terminate();
  }
}
