import { createHmac } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
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
function signPayload(payload: string, secret: string, timestampSeconds: number): string {
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
  readonly #agent: http.Agent;
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #deliveries = new Set<Promise<void>>();
  #closed = false;

  constructor(state: State, options: WebhookOptions) {
    this.#state = state;
    this.#options = options;
    // A plain request costs a third of what fetch does, and a load test sends hundreds a second.
    const keepAlive = { keepAlive: true, maxSockets: MAX_CONCURRENT };
    this.#agent = options.url.startsWith('https:') ? new https.Agent(keepAlive) : new http.Agent(keepAlive);
  }

  /** Sends what an earlier process could not. */
  resume(): void {
    for (const id of this.#state.undelivered) this.send(id);
  }

  send(eventId: string): void {
    this.#queue.push({ id: eventId, attempt: 0 });
    this.#work();
  }

  /** Ends when nothing is under way any more, so that what was confirmed has been noted. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#agent.destroy();
    await Promise.allSettled(this.#deliveries);
  }

  #work(): void {
    while (!this.#closed && this.#deliveries.size < MAX_CONCURRENT) {
      const next = this.#queue.shift();
      if (!next) return;
      const delivery = this.#deliver(next.id, next.attempt).finally(() => {
        this.#deliveries.delete(delivery);
        this.#work();
      });
      this.#deliveries.add(delivery);
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
  #post(body: string): Promise<string | undefined> {
    const timestampSeconds = Math.floor(Date.now() / 1_000);
    return new Promise((resolve) => {
      const send = this.#options.url.startsWith('https:') ? https.request : http.request;
      const request = send(
        this.#options.url,
        {
          method: 'POST',
          agent: this.#agent,
          timeout: TIMEOUT_MS,
          headers: {
            'content-type': 'application/json; charset=utf-8',
            'content-length': Buffer.byteLength(body),
            'user-agent': 'Stripe/1.0 (stand-in)',
            'stripe-signature': signPayload(body, this.#options.secret, timestampSeconds),
          },
        },
        (response) => {
          const status = response.statusCode ?? 0;
          response.resume();
          response.on('error', (error) => resolve(error.message));
          response.once('end', () => resolve(status >= 200 && status < 300 ? undefined : `status ${status}`));
        },
      );
      request.once('timeout', () => request.destroy(new Error(`no answer in ${TIMEOUT_MS} ms`)));
      // More than one may come when the agent is closed in the middle of an answer; the first one counts.
      request.on('error', (error) => resolve(error.message));
      request.end(body);
    });
  }
}
