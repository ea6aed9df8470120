import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Store } from '../clickhouse/store.ts';
import type { Letter } from '../steps/letter.ts';
import { BatchInserter } from './batch-inserter.ts';
import { type JournalGroup, writeGroup } from './group-journal.ts';
import { letterKey } from './letter-lines.ts';
import type { LetterSink } from './letter-sink.ts';
import { prepareLetters } from './letter-writer.ts';
import { tryUntilDone } from './try-until-done.ts';

export interface GroupCommitOptions {
  store: Store;
  log: Logger;
  /** Nothing is written before: settles when what an earlier process had written down is inserted. */
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
  written: Promise<void>;
  settle(): void;
}

/**
 * Collects the letters of many requests into one group, and answers each request when the group is written down; it is
 * inserted soon after. A group is never given up: while ClickHouse is away the same rows are tried again, after a crash the
 * next process takes over what is written down, and a client that sends its events once more meets them under their ids.
 */
export class GroupCommit implements LetterSink {
  readonly #options: Required<GroupCommitOptions>;
  readonly #inserter: BatchInserter;
  /** The letters that are not inserted yet, by their keys. */
  readonly #pending = new Map<string, Group>();
  readonly #underWay = new Set<Promise<void>>();
  #open: Group | null = null;
  #timer: NodeJS.Timeout | undefined;
  #isWriting = false;
  #wroteAtMs = Number.NEGATIVE_INFINITY;
  #writtenCount = 0;
  #isClosed = false;
  #stopTrying = new AbortController();

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
    this.#inserter = new BatchInserter({ ...this.#options, signal: this.#stopTrying.signal });
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
    const written = Promise.all(Array.from(groups, (group) => group.written)).then(() => 'stored' as const);
    return Promise.race([written, late]).finally(() => clearTimeout(timer));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#schedule();
    this.#inserter.hurry();
    await Promise.race([
      this.#finish(),
      new Promise((resolve) => setTimeout(resolve, this.#options.answerWithinMs).unref()),
    ]);
    this.#stopTrying.abort();
  }

  async #finish(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.race(this.#underWay);
  }

  /** The group that already brings this letter, or the open one. */
  #join(letter: Letter): Group {
    const key = letterKey(letter);
    const pending = this.#pending.get(key);
    if (pending !== undefined) return pending;
    this.#open ??= newGroup();
    this.#open.letters.push(letter);
    this.#pending.set(key, this.#open);
    return this.#open;
  }

  /** While one group is on its way the next one grows. Somebody alone does not wait for company. */
  #schedule(): void {
    if (this.#open === null || this.#isWriting || !this.#inserter.hasRoom()) return;
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
    const stored = this.#options.store.gate.enter(() => this.#storeGroup(group));
    this.#underWay.add(stored);
    void stored.then(() => this.#underWay.delete(stored));
  }

  /** Resolves when the group is inserted (or the process ends). */
  async #storeGroup(group: Group): Promise<void> {
    const written = await this.#write(group.letters);
    this.#isWriting = false;
    group.settle();
    this.#schedule();
    if (written !== null) await this.#inserter.insert(written);
    for (const letter of group.letters) this.#pending.delete(letterKey(letter));
    this.#schedule();
  }

  /** @returns the group as it is written down; null when all of it was stored before */
  async #write(letters: readonly Letter[]): Promise<JournalGroup | null> {
    const { store, ready, processId, log, retryMs } = this.#options;
    let group: JournalGroup | undefined;
    return tryUntilDone(
      { what: 'write events down', log, retryMs, signal: this.#stopTrying.signal },
      async () => {
        await ready;
        group ??= await this.#toJournalGroup(letters);
        if (group.letters.length === 0) return null;
        await writeGroup(store, processId, group);
        return group;
      },
    );
  }

  async #toJournalGroup(letters: readonly Letter[]): Promise<JournalGroup> {
    const { events, deadLetters } = await prepareLetters(this.#options.store, letters);
    const fresh = [...events, ...deadLetters];
    if (fresh.length > 0) this.#writtenCount += 1;
    return { number: this.#writtenCount, letters: fresh };
  }
}

function newGroup(): Group {
  let settle = () => {};
  const written = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return { letters: [], written, settle };
}
