import type { Logger } from 'pino';
import type { Store } from '../clickhouse/store.ts';
import { forgetGroups, insertGroups, type JournalGroup } from './group-journal.ts';
import { tryUntilDone } from './try-until-done.ts';

/** Least time between the beginnings of two inserts: somebody who watches a dashboard does not notice it. */
const PAUSE_MS = 400;
/** Letters that may wait for the insert that is on its way. */
const MAX_WAITING_LETTERS = 10_000;
const FORGET_PAUSE_MS = 30 * 60_000;

interface BatchInserterOptions {
  store: Store;
  processId: string;
  log: Logger;
  retryMs: (attempt: number) => number;
  signal: AbortSignal;
}

interface Waiting {
  group: JournalGroup;
  settle(): void;
}

/** Inserts groups that are written down, several at once: an insert costs the engine much the same whatever its size. */
export class BatchInserter {
  readonly #options: BatchInserterOptions;
  #waiting: Waiting[] = [];
  #waitingLetters = 0;
  #timer: NodeJS.Timeout | undefined;
  #isInserting = false;
  #isInAHurry = false;
  #beganAtMs = Number.NEGATIVE_INFINITY;
  #forgotAtMs = performance.now();

  constructor(options: BatchInserterOptions) {
    this.#options = options;
  }

  /** False while so much waits that no more groups should be written down. */
  hasRoom(): boolean {
    return this.#waitingLetters < MAX_WAITING_LETTERS;
  }

  /** Resolves when the group is inserted. Groups come in the order of their numbers. */
  insert(group: JournalGroup): Promise<void> {
    return new Promise((settle) => {
      this.#waiting.push({ group, settle });
      this.#waitingLetters += group.letters.length;
      this.#schedule();
    });
  }

  /** From now on nothing waits for company. */
  hurry(): void {
    this.#isInAHurry = true;
    this.#schedule();
  }

  #schedule(): void {
    if (this.#isInserting || this.#waiting.length === 0) return;
    clearTimeout(this.#timer);
    const waitMs = this.#beganAtMs + PAUSE_MS - performance.now();
    if (waitMs <= 0 || this.#isInAHurry || !this.hasRoom()) void this.#insertWaiting();
    else this.#timer = setTimeout(() => this.#schedule(), waitMs);
  }

  async #insertWaiting(): Promise<void> {
    const batch = this.#waiting;
    const groups = batch.map(({ group }) => group);
    this.#waiting = [];
    this.#waitingLetters = 0;
    this.#isInserting = true;
    this.#beganAtMs = performance.now();
    const { store, processId, log, retryMs, signal } = this.#options;
    await tryUntilDone({ what: 'insert events', log, retryMs, signal }, () =>
      insertGroups(store, processId, groups),
    );
    this.#isInserting = false;
    for (const { settle } of batch) settle();
    this.#schedule();
    await this.#forgetNowAndThen(groups[0]?.number ?? 0);
  }

  /** @param from the first group that the process after this one may have to insert once more */
  async #forgetNowAndThen(from: number): Promise<void> {
    const { store, processId, log } = this.#options;
    if (performance.now() - this.#forgotAtMs < FORGET_PAUSE_MS) return;
    this.#forgotAtMs = performance.now();
    try {
      await forgetGroups(store, { process: processId, from });
    } catch (error) {
      log.warn({ error: String(error) }, 'cannot remove what is inserted; tries again in half an hour');
    }
  }
}
