/**
 * What every writer passes through, so that there are moments in which nobody writes. A writer enters with all of its
 * attempts: whoever comes through the gate leaves nothing half done behind.
 */
export class WriteGate {
  readonly #underWay = new Set<Promise<unknown>>();
  #pause: Promise<unknown> | null = null;

  /** Writes, now or after the pause that is on. */
  async enter<Result>(write: () => Promise<Result>): Promise<Result> {
    while (this.#pause !== null) await this.#pause;
    const written = write();
    this.#underWay.add(written);
    try {
      return await written;
    } finally {
      this.#underWay.delete(written);
    }
  }

  /** Runs `work` while nobody writes: after all that is under way has ended, before anything that comes meanwhile. */
  async pause<Result>(work: () => Promise<Result>): Promise<Result> {
    while (this.#pause !== null) await this.#pause;
    const done = Promise.allSettled(this.#underWay).then(work);
    this.#pause = done
      .catch(() => undefined)
      .then(() => {
        this.#pause = null;
      });
    return done;
  }
}
