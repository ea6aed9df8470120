import { Journal } from './journal.ts';
import type { Change, Checkout, EventRecord, KeyRecord, Payment, RefundRecord } from './records.ts';

const MAX_KEYS = 50_000;
const MAX_EVENTS = 100_000;
const KEPT_EVENTS_AFTER_RESTART = 10_000;
const KEY_LIFE_SECONDS = 24 * 60 * 60;

/** Everything the stand-in knows, in memory and in its journal. */
export class State {
  readonly checkouts = new Map<string, Checkout>();
  readonly payments = new Map<string, Payment>();
  readonly paymentByCharge = new Map<string, string>();
  readonly refunds = new Map<string, RefundRecord>();
  readonly events = new Map<string, EventRecord>();
  readonly keys = new Map<string, KeyRecord>();
  /** Sessions that wait for their payment, in the order of their creation. */
  readonly open = new Set<string>();
  /** Events that the shop has not confirmed yet. */
  readonly undelivered = new Set<string>();
  #journal: Journal | undefined;

  static async load(folder: string, nowSeconds: number): Promise<State> {
    const state = new State();
    state.#journal = await Journal.open(folder, (lines) => {
      for (const changes of lines) for (const change of changes) state.#apply(change);
      return state.#survivors(nowSeconds);
    });
    return state;
  }

  /**
   * Takes the changes into memory at once and settles when they are safe; answer a request only after that.
   * A journal that cannot be written ends the process: memory would promise what the disk does not hold.
   */
  async commit(changes: Change[]): Promise<void> {
    for (const change of changes) this.#apply(change);
    try {
      await this.#journal?.append(changes);
    } catch (error) {
      console.error('The journal cannot be written, so nothing more can be promised:', error);
      process.exit(1);
    }
  }

  async close(): Promise<void> {
    await this.#journal?.close();
  }

  #apply(change: Change): void {
    switch (change.kind) {
      case 'checkout':
        this.checkouts.set(change.value.id, change.value);
        if (change.value.status === 'open') this.open.add(change.value.id);
        else this.open.delete(change.value.id);
        break;
      case 'payment':
        this.payments.set(change.value.id, change.value);
        if (change.value.chargeId) this.paymentByCharge.set(change.value.chargeId, change.value.id);
        break;
      case 'refund':
        this.refunds.set(change.value.id, change.value);
        break;
      case 'event':
        this.events.set(change.value.id, change.value);
        if (!change.value.delivered) this.undelivered.add(change.value.id);
        dropOldest(this.events, MAX_EVENTS, (event) => event.delivered);
        break;
      case 'delivered': {
        const event = this.events.get(change.value);
        if (event) event.delivered = true;
        this.undelivered.delete(change.value);
        break;
      }
      case 'key':
        this.keys.set(change.value.key, change.value);
        dropOldest(this.keys, MAX_KEYS, () => true);
        break;
    }
  }

  *#survivors(nowSeconds: number): Generator<Change> {
    for (const value of this.checkouts.values()) yield { kind: 'checkout', value };
    for (const value of this.payments.values()) yield { kind: 'payment', value };
    for (const value of this.refunds.values()) yield { kind: 'refund', value };
    dropOldest(this.events, KEPT_EVENTS_AFTER_RESTART, (event) => event.delivered);
    for (const value of this.events.values()) yield { kind: 'event', value };
    for (const value of this.keys.values()) {
      if (value.createdAt < nowSeconds - KEY_LIFE_SECONDS) this.keys.delete(value.key);
      else yield { kind: 'key', value };
    }
  }
}

/** Maps keep the order of insertion, so the first entries are the oldest. */
function dropOldest<T>(map: Map<string, T>, limit: number, mayGo: (value: T) => boolean): void {
  for (const [key, value] of map) {
    if (map.size <= limit) return;
    if (!mayGo(value)) return;
    map.delete(key);
  }
}
