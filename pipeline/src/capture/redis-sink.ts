import type { Logger } from 'pino';
import type { Letter } from '../steps/letter.ts';
import type { LetterSink } from './letter-sink.ts';
import { appendLetters, createRedis, findWeakSettings, type Redis } from './redis-stream.ts';

const RETRY_MS = 100;

export interface RedisSinkOptions {
  url: string;
  log: Logger;
  /** How long a request waits for Redis before the client is told to try again. */
  answerWithinMs?: number;
  /** Letters that may wait; beyond that new ones are turned away. */
  maxWaitingLetters?: number;
}

/**
 * Answers requests as soon as the stream in Redis has their letters. There is no other way in while Redis is away: it
 * knows which events it holds, and whoever stored them past it would store those again that a lost answer left in it.
 * How durable an answer is depends on Redis: `appendonly yes` and `appendfsync always` belong to it.
 */
export class RedisSink implements LetterSink {
  readonly #options: Required<RedisSinkOptions>;
  #redis: Redis;
  readonly #appending = new Set<Promise<'stored' | 'unavailable'>>();
  #waitingCount = 0;
  #lastAnswerMs = 0;
  #isClosed = false;
  #isAway = false;

  /** Starts connecting; does not wait for Redis. */
  constructor(options: RedisSinkOptions) {
    this.#options = { answerWithinMs: 8_000, maxWaitingLetters: 100_000, ...options };
    this.#redis = this.#connect();
  }

  isUp(): boolean {
    return this.#redis.isReady;
  }

  waitingCount(): number {
    return this.#waitingCount;
  }

  async store(letters: readonly Letter[]): Promise<'stored' | 'unavailable'> {
    const { answerWithinMs, maxWaitingLetters } = this.#options;
    if (this.#isClosed || this.#waitingCount + letters.length > maxWaitingLetters) return 'unavailable';
    this.#waitingCount += letters.length;
    const appending = this.#append(letters, Date.now() + answerWithinMs);
    this.#appending.add(appending);
    try {
      return await appending;
    } finally {
      this.#waitingCount -= letters.length;
      this.#appending.delete(appending);
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#appending);
    this.#redis.destroy();
  }

  /** Tries until Redis has the letters: what an attempt without an answer has appended, the next one finds. */
  async #append(letters: readonly Letter[], untilMs: number): Promise<'stored' | 'unavailable'> {
    for (;;) {
      const redis = this.#redis;
      const beganMs = Date.now();
      try {
        const hasRoom = await within(appendLetters(redis, letters), untilMs - beganMs);
        this.#lastAnswerMs = Date.now();
        this.#setAway(false);
        return hasRoom ? 'stored' : 'unavailable';
      } catch (error) {
        this.#setAway(true, error);
        if (Date.now() + RETRY_MS >= untilMs) {
          if (redis === this.#redis && error instanceof LateError) this.#giveUpDeadConnection(beganMs);
          return 'unavailable';
        }
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  /** Requests must not gather behind a connection on which nothing has come for half the time that they may wait. */
  #giveUpDeadConnection(sinceMs: number): void {
    const isSilent = this.#lastAnswerMs < sinceMs && Date.now() - sinceMs > this.#options.answerWithinMs / 2;
    if (!isSilent) return;
    this.#redis.destroy();
    this.#redis = this.#connect();
  }

  #connect(): Redis {
    const { url, log } = this.#options;
    const redis = createRedis(url);
    redis.on('ready', async () => {
      const settings = await findWeakSettings(redis);
      if (settings.length > 0) log.error({ settings }, 'Redis may lose events that were answered 200');
    });
    redis.connect().catch(() => {});
    return redis;
  }

  #setAway(isAway: boolean, error?: unknown): void {
    if (isAway === this.#isAway) return;
    this.#isAway = isAway;
    if (isAway) this.#options.log.warn({ error: String(error) }, 'Redis is away, clients have to wait');
    else this.#options.log.info('Redis is back');
  }
}

class LateError extends Error {}

async function within<Value>(work: Promise<Value>, ms: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new LateError('Redis does not answer.')), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
