import type { Logger } from 'pino';
import type { Letter } from '../steps/letter.ts';
import type { LetterSink } from './letter-sink.ts';
import {
  acknowledge,
  appendLetters,
  claimAbandoned,
  createGroup,
  createRedis,
  readNew,
  readOwn,
  type StreamEntry,
} from './redis-stream.ts';

const READ_COUNT = 100;
const BLOCK_MS = 250;
const CLAIM_EVERY_MS = 15_000;
const PAUSE_MS = 500;

export interface RedisSinkOptions {
  url: string;
  /** The same after a restart, so that a consumer finds its own unfinished work. */
  consumer: string;
  /** Writes to ClickHouse; takes the requests themselves while Redis is away. */
  commit: LetterSink;
  log: Logger;
}

/**
 * Answers requests as soon as Redis has their letters, and carries them to ClickHouse from there.
 * How durable that is depends on Redis: `appendonly yes` belongs to it.
 */
export class RedisSink implements LetterSink {
  readonly #options: RedisSinkOptions;
  readonly #writer;
  readonly #reader;
  #isClosed = false;
  #isDegraded = false;
  #lastClaimMs = 0;
  #loop: Promise<void> = Promise.resolve();

  constructor(options: RedisSinkOptions) {
    this.#options = options;
    this.#writer = createRedis(options.url);
    // A blocking read occupies its connection.
    this.#reader = createRedis(options.url);
  }

  /** Starts connecting and carrying; does not wait for Redis. */
  start(): void {
    for (const client of [this.#writer, this.#reader]) client.connect().catch(() => {});
    this.#loop = this.#carry();
  }

  isUp(): boolean {
    return this.#writer.isReady;
  }

  waitingCount(): number {
    return this.#options.commit.waitingCount();
  }

  async store(letters: readonly Letter[]): Promise<'stored' | 'unavailable'> {
    if (this.#isClosed) return 'unavailable';
    try {
      const hasRoom = await appendLetters(this.#writer, letters);
      this.#setDegraded(false);
      return hasRoom ? 'stored' : 'unavailable';
    } catch (error) {
      this.#setDegraded(true, error);
      return this.#options.commit.store(letters);
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#loop;
    await this.#options.commit.close();
    for (const client of [this.#writer, this.#reader]) client.destroy();
  }

  /** Carries entries of the stream to ClickHouse until closed. */
  async #carry(): Promise<void> {
    let isGroupReady = false;
    while (!this.#isClosed) {
      try {
        if (!isGroupReady) await createGroup(this.#reader);
        isGroupReady = true;
        await this.#claimNowAndThen();
        await this.#deliver(await this.#next());
      } catch (error) {
        isGroupReady = false;
        if (this.#reader.isReady)
          this.#options.log.warn({ error: String(error) }, 'cannot read captured events');
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
  }

  /** What was begun before comes first: after a crash, after a failure, after taking over from another. */
  async #next(): Promise<StreamEntry[]> {
    const { consumer } = this.#options;
    const own = await readOwn(this.#reader, consumer, READ_COUNT);
    return own.length > 0 ? own : readNew(this.#reader, consumer, READ_COUNT, BLOCK_MS);
  }

  async #deliver(entries: readonly StreamEntry[]): Promise<void> {
    const letters = entries.flatMap((entry) => entry.letters);
    if (letters.length > 0 && (await this.#options.commit.store(letters)) !== 'stored') return;
    await acknowledge(
      this.#reader,
      entries.map((entry) => entry.id),
    );
  }

  async #claimNowAndThen(): Promise<void> {
    if (Date.now() - this.#lastClaimMs < CLAIM_EVERY_MS) return;
    this.#lastClaimMs = Date.now();
    const count = await claimAbandoned(this.#reader, this.#options.consumer);
    if (count > 0) this.#options.log.info({ entries: count }, 'took over abandoned events');
  }

  #setDegraded(isDegraded: boolean, error?: unknown): void {
    if (isDegraded === this.#isDegraded) return;
    this.#isDegraded = isDegraded;
    if (isDegraded)
      this.#options.log.warn({ error: String(error) }, 'Redis is away, storing events directly');
    else this.#options.log.info('Redis is back');
  }
}
