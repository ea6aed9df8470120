import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Store } from '../clickhouse/store.ts';
import type { Letter } from '../steps/letter.ts';
import { rememberGroup } from './begun-groups.ts';
import type { LetterSink } from './letter-sink.ts';
import { insertLetters, type PreparedLetters, prepareLetters } from './letter-writer.ts';

export interface GroupCommitOptions {
  store: Store;
  log: Logger;
  /** Nothing is stored before: settles when what an earlier process had begun with is finished. */
  ready?: Promise<void>;
  /** Different after every start. */
  processId?: string;
  /** Least time between two groups, in milliseconds, save when many letters wait. */
  pauseMs?: number;
  /** So many letters do not wait for it. */
  manyLetters?: number;
  /** Letters that may wait; beyond that new ones are turned away. */
  maxWaitingLetters?: number;
  /** How long a request waits for its group before the client is told to try again. */
  answerWithinMs?: number;
  /** Pauses between attempts while ClickHouse is away. */
  retryMs?: (attempt: number) => number;
}

interface Group {
  letters: Letter[];
  stored: Promise<void>;
  settle(): void;
}

/**
 * Collects the letters of many requests into one insert and answers each request after the insert is acknowledged.
 * A group is never given up: while ClickHouse is away the same rows are tried again with the same token, and a client
 * that sends its events once more meets them under their ids.
 */
export class GroupCommit implements LetterSink {
  readonly #options: Required<GroupCommitOptions>;
  readonly #pending = new Map<string, Group>();
  #open: Group | null = null;
  #timer: NodeJS.Timeout | undefined;
  /** A group is on its way. */
  #isWriting = false;
  #wroteAtMs = Number.NEGATIVE_INFINITY;
  #isClosed = false;
  #stopWaiting = new AbortController();

  constructor(options: GroupCommitOptions) {
    this.#options = {
      ready: Promise.resolve(),
      processId: randomUUID(),
      pauseMs: 40,
      manyLetters: 1_000,
      maxWaitingLetters: 100_000,
      answerWithinMs: 8_000,
      retryMs: (attempt) => Math.min(100 * 2 ** attempt, 2_000),
      ...options,
    };
  }

  waitingCount(): number {
    return this.#pending.size;
  }

  async store(letters: readonly Letter[]): Promise<'stored' | 'unavailable'> {
    const { maxWaitingLetters, answerWithinMs } = this.#options;
    if (this.#isClosed || this.#pending.size + letters.length > maxWaitingLetters) return 'unavailable';
    const groups = new Set<Group>();
    for (const letter of letters) groups.add(this.#join(letter));
    this.#schedule();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'unavailable'>((resolve) => {
      timer = setTimeout(() => resolve('unavailable'), answerWithinMs);
    });
    const stored = Promise.all(Array.from(groups, (group) => group.stored)).then(() => 'stored' as const);
    return Promise.race([stored, late]).finally(() => clearTimeout(timer));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#schedule();
    const waiting = new Set(this.#pending.values());
    await Promise.race([
      Promise.all(Array.from(waiting, (group) => group.stored)),
      new Promise((resolve) => setTimeout(resolve, this.#options.answerWithinMs).unref()),
    ]);
    this.#stopWaiting.abort();
  }

  /** The group that already brings this letter, or the open one. */
  #join(letter: Letter): Group {
    const key = letter.table + letter.id;
    const pending = this.#pending.get(key);
    if (pending !== undefined) return pending;
    this.#open ??= newGroup();
    this.#open.letters.push(letter);
    this.#pending.set(key, this.#open);
    return this.#open;
  }

  /**
   * What an insert costs, whatever its size, is paid seldom: while one group is on its way the next one grows, as large
   * as it needs to be under load. Somebody alone does not wait for company.
   */
  #schedule(): void {
    if (this.#open === null || this.#isWriting) return;
    const { pauseMs, manyLetters } = this.#options;
    const waitMs = this.#wroteAtMs + pauseMs - performance.now();
    clearTimeout(this.#timer);
    if (waitMs <= 0 || this.#open.letters.length >= manyLetters || this.#isClosed) this.#flush(this.#open);
    else this.#timer = setTimeout(() => this.#schedule(), waitMs);
  }

  #flush(group: Group): void {
    this.#open = null;
    this.#isWriting = true;
    this.#wroteAtMs = performance.now();
    void this.#options.store.gate
      .enter(() => this.#write(group))
      .then(() => {
        this.#isWriting = false;
        for (const letter of group.letters) this.#pending.delete(letter.table + letter.id);
        group.settle();
        this.#schedule();
      });
  }

  /** Resolves when the group is stored (or the process ends). */
  async #write(group: Group): Promise<void> {
    const { store, log, retryMs, ready, processId } = this.#options;
    let prepared: PreparedLetters | undefined;
    for (let attempt = 0; !this.#stopWaiting.signal.aborted; attempt += 1) {
      try {
        await ready;
        prepared ??= await prepareLetters(store, group.letters);
        await rememberGroup(store, processId, prepared);
        await insertLetters(store, prepared);
        return;
      } catch (error) {
        log.warn({ error: String(error), attempt, letters: group.letters.length }, 'cannot store events yet');
        await new Promise((resolve) => setTimeout(resolve, retryMs(attempt)));
      }
    }
    // Never answered as stored: whoever waits has been told to try again.
    await new Promise(() => {});
  }
}

function newGroup(): Group {
  let settle = () => {};
  const stored = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return { letters: [], stored, settle };
}
