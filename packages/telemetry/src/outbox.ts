import type { OutboxEvent, OutboxStore } from './outbox-store.ts';

/** Events that may wait; the oldest give way. */
const MAX_WAITING = 1_000;
/** The pipeline knows an event that comes a second time for two days. */
const MAX_AGE_MS = 36 * 3_600_000;
/** A closing page may have 64 KiB under way: one batch that was, and one more. */
const MAX_BATCH_LENGTH = 28 * 1024;
const MAX_KEPT_ALIVE = 60 * 1024;
/** For company, and so that the page comes first. */
const SEND_AFTER_MS = 1_000;
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
  readonly #underWay = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

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
    if (this.#underWay.size === 0) this.#sendNext();
  }

  /** The page may be on its way out: sends beside what is under way. */
  leave(): void {
    this.#sendNext();
  }

  /** Forgets everything. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
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

  #sendNext(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#options.isOnline()) return;
    const batch = this.#nextBatch();
    if (batch.length > 0) void this.#send(batch);
  }

  #nextBatch(): OutboxEvent[] {
    const batch: OutboxEvent[] = [];
    let length = 0;
    for (const [uuid, event] of this.#waiting) {
      if (this.#underWay.has(uuid)) continue;
      length += JSON.stringify(event).length;
      if (batch.length > 0 && length > MAX_BATCH_LENGTH) break;
      batch.push(event);
    }
    return batch;
  }

  async #send(batch: readonly OutboxEvent[]): Promise<void> {
    const { url, apiKey, store, now } = this.#options;
    const uuids = batch.map(({ uuid }) => uuid);
    for (const uuid of uuids) this.#underWay.add(uuid);
    const body = JSON.stringify({ api_key: apiKey, batch, sent_at: new Date(now()).toISOString() });
    const headers = { 'content-type': 'application/json' };
    const keepalive = body.length < MAX_KEPT_ALIVE;
    const answer = await this.#options
      .fetch(url, { method: 'POST', headers, body, keepalive })
      .catch(() => null);
    for (const uuid of uuids) this.#underWay.delete(uuid);
    if (answer === null || isTemporary(answer.status)) {
      const pauseMs = Math.min(FIRST_RETRY_MS * 2 ** this.#failures, LAST_RETRY_MS);
      this.#failures += 1;
      this.#schedule(Math.max(pauseMs, 1_000 * Number(answer?.headers.get('retry-after') ?? 0)));
      return;
    }
    this.#failures = 0;
    for (const uuid of uuids) this.#waiting.delete(uuid);
    store.remove(uuids);
    this.flush();
  }
}

/** Whether the same batch may be taken later. Everything else would be answered in the same way again. */
const isTemporary = (status: number): boolean => status >= 500 || status === 408 || status === 429;
