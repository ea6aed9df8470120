import type { OutboxEvent, OutboxStore } from './outbox-store.ts';

/** Events that may wait; the oldest give way. */
const MAX_WAITING = 1_000;
/** The pipeline knows an event that comes a second time for two days. */
const MAX_AGE_MS = 36 * 3_600_000;
/** Of one request: what a page may have under way while it closes is 64 KiB. */
const MAX_BATCH_LENGTH = 48 * 1024;
/** For company, and so that the page comes first. */
const SEND_AFTER_MS = 1_000;
const ANSWER_WITHIN_MS = 30_000;
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 30_000;

export interface OutboxOptions {
  /** Address that takes batches in PostHog's protocol. */
  url: string;
  apiKey: string;
  store: OutboxStore;
  fetch: typeof fetch;
  now: () => number;
  isOnline: () => boolean;
}

/**
 * Events on their way: each waits in the store until the pipeline has acknowledged it, whatever becomes of its page. It
 * may be sent more than once, always under the same id, and is counted once.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #waiting = new Map<string, OutboxEvent>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #isSending = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** Takes over what earlier pages could not deliver. */
  async resume(): Promise<void> {
    const { store, now } = this.#options;
    const left = await store.list();
    const isOld = ({ timestamp }: OutboxEvent) => !(Date.parse(timestamp) > now() - MAX_AGE_MS);
    store.remove(left.filter(isOld).map(({ uuid }) => uuid));
    for (const event of left) if (!isOld(event)) this.#waiting.set(event.uuid, event);
    this.#makeRoom();
    this.#schedule(0);
  }

  add(event: OutboxEvent): void {
    this.#waiting.set(event.uuid, event);
    this.#options.store.put(event);
    this.#makeRoom();
    this.#schedule(SEND_AFTER_MS);
  }

  /** Sends what waits, one batch after the other. */
  flush(): void {
    this.#forgetTimer();
    // Otherwise it goes on from there, whatever becomes of the batch under way.
    if (!this.#isSending && this.#options.isOnline()) void this.#sendNext();
  }

  /** The page may be on its way out: sends in a way that outlives it. What is under way already might not. */
  leave(): void {
    const batch = this.#nextBatch();
    if (batch.length > 0 && this.#options.isOnline()) void this.#send(batch, true);
  }

  /** Forgets everything. */
  clear(): void {
    this.#forgetTimer();
    this.#waiting.clear();
    this.#options.store.clear();
  }

  #makeRoom(): void {
    const surplus = [...this.#waiting.keys()].slice(0, Math.max(0, this.#waiting.size - MAX_WAITING));
    for (const uuid of surplus) this.#waiting.delete(uuid);
    if (surplus.length > 0) this.#options.store.remove(surplus);
  }

  #schedule(delayMs: number): void {
    if (this.#waiting.size > 0) this.#timer ??= setTimeout(() => this.flush(), delayMs);
  }

  #forgetTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #sendNext(): Promise<void> {
    const batch = this.#nextBatch();
    if (batch.length === 0) return;
    this.#isSending = true;
    const outcome = await this.#send(batch, false);
    this.#isSending = false;
    if (outcome.isDone) {
      this.#failures = 0;
      this.flush();
      return;
    }
    const pauseMs = Math.min(FIRST_RETRY_MS * 2 ** this.#failures, LAST_RETRY_MS);
    this.#failures += 1;
    this.#schedule(Math.max(pauseMs, outcome.retryAfterMs));
  }

  #nextBatch(): OutboxEvent[] {
    const batch: OutboxEvent[] = [];
    let length = 0;
    for (const event of this.#waiting.values()) {
      length += JSON.stringify(event).length;
      if (batch.length > 0 && length > MAX_BATCH_LENGTH) break;
      batch.push(event);
    }
    return batch;
  }

  async #send(
    batch: readonly OutboxEvent[],
    keepalive: boolean,
  ): Promise<{ isDone: true } | { isDone: false; retryAfterMs: number }> {
    const { url, apiKey, store, now } = this.#options;
    const body = JSON.stringify({ api_key: apiKey, batch, sent_at: new Date(now()).toISOString() });
    const headers = { 'content-type': 'application/json' };
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    try {
      const answer = await this.#options.fetch(url, { method: 'POST', headers, body, keepalive, signal });
      // Read to its end: until then a browser counts the request as under way.
      await answer.arrayBuffer();
      if (isTemporary(answer.status)) {
        return { isDone: false, retryAfterMs: 1_000 * Number(answer.headers.get('retry-after') ?? 0) };
      }
    } catch {
      return { isDone: false, retryAfterMs: 0 };
    }
    const uuids = batch.map(({ uuid }) => uuid);
    for (const uuid of uuids) this.#waiting.delete(uuid);
    store.remove(uuids);
    return { isDone: true };
  }
}

/** Whether the same batch may be taken later. Everything else would be answered in the same way again. */
const isTemporary = (status: number): boolean => status >= 500 || status === 408 || status === 429;
