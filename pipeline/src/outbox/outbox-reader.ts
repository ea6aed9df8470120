import type { Logger } from 'pino';
import type { Sql } from 'postgres';
import type { Store } from '../clickhouse/store.ts';
import { deliverBatch } from './deliver-batch.ts';
import {
  advance,
  deleteDelivered,
  hasPendingBatch,
  measureLag,
  planBatch,
  readBatch,
} from './outbox-batch.ts';

/** Any number will do, as long as every pipeline takes the same. */
const LOCK_KEY = 4_727_001;
const DELETE_EVERY_MS = 60_000;
const DELETE_ROWS = 1_000;

export interface OutboxReaderOptions {
  sql: Sql;
  store: Store;
  log: Logger;
  pollMs?: number;
  /** How long facts gather after a batch that was not full: each insert costs the engine the same, however few its rows. */
  gatherMs?: number;
  maxRows?: number;
  /** How long delivered rows stay for people to look at. */
  keepMs?: number;
}

/**
 * Carries facts from PostgreSQL to ClickHouse, each exactly once: plan (written down), deliver (repeatable), advance.
 * Only the holder of an advisory lock reads; it falls to another pipeline when this one's connection ends.
 */
export class OutboxReader {
  readonly #options: Required<OutboxReaderOptions>;
  #isClosed = false;
  #wake = () => {};
  #loop: Promise<void> = Promise.resolve();
  #lastDeleteMs = 0;
  #isFailing = false;

  constructor(options: OutboxReaderOptions) {
    this.#options = { pollMs: 200, gatherMs: 1_000, maxRows: 2_000, keepMs: 72 * 3_600_000, ...options };
  }

  start(): void {
    this.#loop = this.#run();
  }

  /** Finishes the batch at hand. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#wake();
    await this.#loop;
  }

  /** Age of the oldest fact that waits, in milliseconds. */
  lagMs(): Promise<number> {
    return measureLag(this.#options.sql);
  }

  /** Whether a batch was begun and is not finished. */
  hasPending(): Promise<boolean> {
    return hasPendingBatch(this.#options.sql);
  }

  /** One round: at most one batch. @returns how many rows it had */
  deliverNext(): Promise<number> {
    const { sql, store, maxRows } = this.#options;
    return store.gate.enter(async () => {
      const plan = await planBatch(sql, maxRows);
      if (plan === null) return 0;
      await deliverBatch(store, plan, await readBatch(sql, plan));
      await advance(sql, plan);
      return plan.rowCount;
    });
  }

  async #run(): Promise<void> {
    const { log, pollMs, gatherMs, maxRows } = this.#options;
    while (!this.#isClosed) {
      try {
        const rowCount = await this.#runLocked();
        if (this.#isFailing) log.info('facts are carried again');
        this.#isFailing = false;
        if (rowCount === null) await this.#pause(pollMs * 4);
        else if (rowCount < maxRows) await this.#pause(rowCount === 0 ? pollMs : gatherMs);
      } catch (error) {
        if (!this.#isFailing) log.warn({ error: String(error) }, 'cannot carry facts yet');
        this.#isFailing = true;
        await this.#pause(pollMs * 4);
      }
    }
  }

  /**
   * One round while no other pipeline has one. The lock is a transaction's, so that it ends with the connection at the
   * latest; connections that are reserved for longer do not come back from a database that has restarted.
   * @returns how many rows it had; null when another pipeline reads
   */
  async #runLocked(): Promise<number | null> {
    let round: Promise<number> | undefined;
    try {
      return await this.#options.sql.begin(async (tx) => {
        const [row] = await tx`select pg_try_advisory_xact_lock(${LOCK_KEY}) as locked`;
        if (row?.locked !== true) return null;
        round = this.deliverNext();
        const rowCount = await round;
        await this.#deleteNowAndThen();
        return rowCount;
      });
    } finally {
      // The lock may be lost sooner than the round is over; two of them at once are never ours.
      await round?.catch(() => {});
    }
  }

  async #deleteNowAndThen(): Promise<void> {
    const { sql, keepMs } = this.#options;
    if (Date.now() - this.#lastDeleteMs < DELETE_EVERY_MS) return;
    const count = await deleteDelivered(sql, new Date(Date.now() - keepMs), DELETE_ROWS);
    // A full batch means more of the same: come back in the next round.
    if (count < DELETE_ROWS) this.#lastDeleteMs = Date.now();
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
