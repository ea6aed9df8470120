import type { Logger } from 'pino';
import type { Store } from '../clickhouse/store.ts';
import { findStored, insertLetters, sortOut } from './letter-writer.ts';
import {
  acknowledge,
  createGroup,
  createRedis,
  findAbandoned,
  readNew,
  readOwn,
  readPlan,
  type StreamEntry,
  writePlan,
} from './redis-stream.ts';

const READ_COUNT = 100;
const BLOCK_MS = 250;
const PAUSE_MS = 500;

export interface StreamCarrierOptions {
  url: string;
  /** The same after a restart, different between processes that run at once. */
  consumer: string;
  store: Store;
  log: Logger;
  /** A consumer that has not been heard of for so long is dead, and its batch is delivered by another. */
  abandonedAfterMs?: number;
}

/**
 * Carries captured letters from the stream in Redis to ClickHouse, each exactly once, as the outbox is carried: what a
 * batch brings is written down before the first attempt, so that every attempt, after any crash and by any process,
 * inserts the same rows with the same token. A consumer has one batch at a time: the entries that it was given and has
 * not acknowledged.
 */
export class StreamCarrier {
  readonly #options: Required<StreamCarrierOptions>;
  readonly #redis;
  #isClosed = false;
  #loop: Promise<void> = Promise.resolve();
  #lastLookMs = 0;
  #isFailing = false;

  constructor(options: StreamCarrierOptions) {
    this.#options = { abandonedAfterMs: 90_000, ...options };
    // Its own connection, which a blocking read occupies.
    this.#redis = createRedis(options.url);
  }

  /** Starts connecting and carrying; does not wait for Redis. */
  start(): void {
    this.#redis.connect().catch(() => {});
    this.#loop = this.#run();
  }

  /** Finishes the batch at hand, unless a store is away. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#loop;
    this.#redis.destroy();
  }

  async #run(): Promise<void> {
    const { consumer, log } = this.#options;
    let isGroupReady = false;
    while (!this.#isClosed) {
      try {
        if (!isGroupReady) await createGroup(this.#redis);
        isGroupReady = true;
        for (const dead of await this.#findAbandonedNowAndThen()) await this.#finishBatchOf(dead);
        if (!(await this.#finishBatchOf(consumer)))
          await this.#deliver(await readNew(this.#redis, consumer, READ_COUNT, BLOCK_MS));
        if (this.#isFailing) log.info('captured events are carried again');
        this.#isFailing = false;
      } catch (error) {
        if (!this.#isFailing) log.warn({ error: String(error) }, 'cannot carry captured events yet');
        this.#isFailing = true;
        // Redis may have come back without its data.
        isGroupReady = false;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
  }

  /** What a consumer has begun with comes first: after a crash, after a failure. @returns whether there was something */
  async #finishBatchOf(consumer: string): Promise<boolean> {
    const entries = await readOwn(this.#redis, consumer, READ_COUNT);
    await this.#deliver(entries);
    return entries.length > 0;
  }

  /** Whether there is a batch that is not known to be delivered as a whole. @throws when Redis does not answer */
  async hasPending(): Promise<boolean> {
    return (await readOwn(this.#redis, this.#options.consumer, 1)).length > 0;
  }

  async #deliver(entries: readonly StreamEntry[]): Promise<void> {
    const [first] = entries;
    if (first !== undefined) await this.#options.store.gate.enter(() => this.#store(first, entries));
  }

  async #store(first: StreamEntry, entries: readonly StreamEntry[]): Promise<void> {
    const { store } = this.#options;
    const batch = `${first.id}+${entries.length}`;
    const letters = entries.flatMap((entry) => entry.letters);
    const storedIds =
      (await readPlan(this.#redis, batch)) ??
      (await writePlan(this.#redis, batch, await findStored(store, letters)));
    await insertLetters(store, sortOut(letters, storedIds));
    await acknowledge(
      this.#redis,
      batch,
      entries.map((entry) => entry.id),
    );
  }

  /** Should one of them live after all, both deliver the same batch, which changes nothing. */
  async #findAbandonedNowAndThen(): Promise<string[]> {
    const { abandonedAfterMs, consumer, log } = this.#options;
    if (Date.now() - this.#lastLookMs < abandonedAfterMs / 6) return [];
    this.#lastLookMs = Date.now();
    const names = (await findAbandoned(this.#redis, abandonedAfterMs)).filter((name) => name !== consumer);
    if (names.length > 0) log.info({ consumers: names }, 'takes over abandoned events');
    return names;
  }
}
