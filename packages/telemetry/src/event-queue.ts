/** Events of a page that wait for the person's answer and for the SDK; the oldest give way. */
const MAX_WAITING = 200;

export interface QueuedEvent {
  name: string;
  properties: Readonly<Record<string, unknown>>;
  /** When it happened, which may be long before it is sent. */
  at: Date;
}

export type Sink = (event: QueuedEvent) => void;

/** Keeps events until there is somewhere to send them, then hands them over in their order. */
export class EventQueue {
  #waiting: QueuedEvent[] = [];
  #sink: Sink | null = null;
  #isClosed = false;

  add(event: QueuedEvent): void {
    if (this.#isClosed) return;
    if (this.#sink) this.#sink(event);
    else this.#waiting = [...this.#waiting, event].slice(-MAX_WAITING);
  }

  /** Hands over what waits, and all that is still to come. Not while it is closed. */
  open(sink: Sink): void {
    if (this.#isClosed) return;
    this.#sink = sink;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const event of waiting) sink(event);
  }

  /** Forgets everything, and all that is still to come. */
  close(): void {
    this.#isClosed = true;
    this.#waiting = [];
    this.#sink = null;
  }

  /** Keeps what comes from now on: the person has changed their mind. */
  reopen(): void {
    this.#isClosed = false;
  }
}
