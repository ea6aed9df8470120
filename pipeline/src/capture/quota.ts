/** Senders that are told apart within a minute; beyond that, further ones are not counted. */
const MAX_SENDERS = 100_000;
const MINUTE_MS = 60_000;

/**
 * How many events a sender may bring in a minute of the clock. Senders are forgotten with the minute: nothing of them
 * is kept. Counts what comes to this process.
 */
export class Quota {
  readonly #perMinute: number;
  readonly #used = new Map<string, number>();
  #minute = 0;

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** Whether `count` more are within the quota. A first request always is: it could never be sent otherwise. */
  take(sender: string, count: number, nowMs: number): boolean {
    const minute = Math.floor(nowMs / MINUTE_MS);
    if (minute !== this.#minute) this.#used.clear();
    this.#minute = minute;
    const used = this.#used.get(sender) ?? 0;
    if (used > 0 && used + count > this.#perMinute) return false;
    if (used > 0 || this.#used.size < MAX_SENDERS) this.#used.set(sender, used + count);
    return true;
  }
}

/** Until a sender that is over its quota can go on. */
export const secondsToNextMinute = (nowMs: number): number =>
  Math.ceil((MINUTE_MS - (nowMs % MINUTE_MS)) / 1_000);
