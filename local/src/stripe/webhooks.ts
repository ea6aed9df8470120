import { createHmac } from 'node:crypto';
import { eventObject } from './objects.ts';
import type { State } from './state.ts';

const MAX_CONCURRENT = 16;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 60_000;
const TIMEOUT_MS = 20_000;

export interface WebhookOptions {
  url: string;
  secret: string;
}

/** `Stripe-Signature` of a body: the time and an HMAC of both, as Stripe's libraries check it. */
export function signPayload(payload: string, secret: string, timestampSeconds: number): string {
  const digest = createHmac('sha256', secret).update(`${timestampSeconds}.${payload}`).digest('hex');
  return `t=${timestampSeconds},v1=${digest}`;
}

/**
 * Sends events to the shop until it confirms each with a 2xx: several at a time, in no promised order, again after a
 * pause that doubles. What was not confirmed is sent again after a restart; one event may arrive more than once.
 */
export class WebhookSender {
  readonly #state: State;
  readonly #options: WebhookOptions;
  readonly #queue: { id: string; attempt: number }[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  #running = 0;
  #closed = false;

  constructor(state: State, options: WebhookOptions) {
    this.#state = state;
    this.#options = options;
  }

  /** Sends what an earlier process could not. */
  resume(): void {
    for (const id of this.#state.undelivered) this.send(id);
  }

  send(eventId: string): void {
    this.#queue.push({ id: eventId, attempt: 0 });
    this.#work();
  }

  close(): void {
    this.#closed = true;
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #work(): void {
    while (!this.#closed && this.#running < MAX_CONCURRENT) {
      const next = this.#queue.shift();
      if (!next) return;
      this.#running += 1;
      void this.#deliver(next.id, next.attempt).finally(() => {
        this.#running -= 1;
        this.#work();
      });
    }
  }

  async #deliver(id: string, attempt: number): Promise<void> {
    const event = this.#state.events.get(id);
    if (!event || event.delivered || this.#closed) return;
    const body = JSON.stringify(eventObject(event));
    const problem = await this.#post(body);
    if (this.#closed) return;
    if (problem === undefined) {
      await this.#state.commit([{ kind: 'delivered', value: id }]);
      return;
    }
    const pauseMs = Math.min(FIRST_RETRY_MS * 2 ** Math.min(attempt, 16), LONGEST_RETRY_MS);
    console.log(`Webhook ${event.type} ${id}: ${problem}; again in ${pauseMs} ms`);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#queue.push({ id, attempt: attempt + 1 });
      this.#work();
    }, pauseMs);
    this.#timers.add(timer);
  }

  /** @returns what went wrong, or undefined when the shop has confirmed */
  async #post(body: string): Promise<string | undefined> {
    const timestampSeconds = Math.floor(Date.now() / 1_000);
    try {
      const response = await fetch(this.#options.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'Stripe/1.0 (stand-in)',
          'stripe-signature': signPayload(body, this.#options.secret, timestampSeconds),
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await response.arrayBuffer();
      return response.ok ? undefined : `status ${response.status}`;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
}
