const FIRST_MS = 30_000;
const MAX_MS = 600_000;

/**
 * Parts that have brought a worker down are left to the browser for a while, longer each time, and then tried again.
 */
export class CircuitBreaker {
  readonly #open = new Map<string, { until: number; times: number }>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** @param part as `<remote>/<expose>@<version>` */
  trip(part: string): void {
    const known = this.#open.get(part);
    // Several requests may have met the same failure.
    if (known && known.until > this.#now()) return;
    const times = (known?.times ?? 0) + 1;
    this.#open.set(part, { until: this.#now() + Math.min(MAX_MS, FIRST_MS * 2 ** (times - 1)), times });
  }

  isOpen(part: string): boolean {
    const known = this.#open.get(part);
    return known !== undefined && known.until > this.#now();
  }

  /** What is left to the browser now. */
  list(): string[] {
    return [...this.#open.keys()].filter((part) => this.isOpen(part));
  }
}
