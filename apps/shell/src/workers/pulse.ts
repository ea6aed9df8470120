/** Places in the shared memory: when the worker's event loop last turned, and what it is drawing. */
const BEAT = 0;
const PART = 1;
const NOTHING = 0;
const BEAT_MS = 100;

/**
 * Memory that a worker and its owner share, so that the owner can see whether the worker's event loop turns, and what it
 * is drawing when it does not.
 */
export interface PulseMemory {
  buffer: SharedArrayBuffer;
  /** Parts that can be drawn, as `<remote>/<expose>`; the memory holds their number. */
  parts: readonly string[];
}

export const createPulseMemory = (parts: readonly string[]): PulseMemory => ({
  buffer: new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT),
  parts,
});

/** The owner's side. */
export class Pulse {
  readonly #memory: PulseMemory;
  readonly #places: Int32Array;
  #seen = 0;
  #seenAt = 0;

  constructor(memory: PulseMemory) {
    this.#memory = memory;
    this.#places = new Int32Array(memory.buffer);
  }

  /** From now on the worker has something to do. */
  expect(): void {
    this.#seenAt = performance.now();
  }

  /** Since when the worker's event loop has not turned, in milliseconds, as far as it was looked at. */
  age(): number {
    const beat = Atomics.load(this.#places, BEAT);
    if (beat !== this.#seen) {
      this.#seen = beat;
      this.#seenAt = performance.now();
    }
    return performance.now() - this.#seenAt;
  }

  /** What the worker is drawing, if anything. */
  current(): string | null {
    const part = Atomics.load(this.#places, PART);
    return part === NOTHING ? null : (this.#memory.parts[part - 1] ?? null);
  }
}

/** The worker's side: beats as long as the event loop turns. */
export class PulseWriter {
  readonly #places: Int32Array;
  readonly #numbers: ReadonlyMap<string, number>;

  constructor({ buffer, parts }: PulseMemory) {
    this.#places = new Int32Array(buffer);
    this.#numbers = new Map(parts.map((part, index) => [part, index + 1]));
    setInterval(() => Atomics.add(this.#places, BEAT, 1), BEAT_MS).unref();
  }

  /** Code of this part runs from now on. */
  enter(part: string): void {
    Atomics.store(this.#places, PART, this.#numbers.get(part) ?? NOTHING);
  }

  /** No remote's code runs. */
  leave(): void {
    Atomics.store(this.#places, PART, NOTHING);
  }
}
