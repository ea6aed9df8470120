/** Runs tasks a few at a time; those that come when too many wait are turned away instead of made to wait for long. */
export interface WorkQueue {
  /**
   * Runs the task when its turn comes. `busy` when it was not taken at all.
   * @throws what the task throws
   */
  run<Result>(
    task: () => Promise<Result>,
  ): Promise<{ ok: true; value: Result } | { ok: false; code: 'busy' }>;
}

export function createWorkQueue(limits: { maxAtOnce: number; maxWaiting: number }): WorkQueue {
  const waiting: (() => void)[] = [];
  let running = 0;
  const enter = async (): Promise<void> => {
    if (running < limits.maxAtOnce) {
      running += 1;
      return;
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  };
  // Whoever waits longest takes over the place that becomes free.
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
  return {
    run: async (task) => {
      if (running >= limits.maxAtOnce && waiting.length >= limits.maxWaiting)
        return { ok: false, code: 'busy' };
      await enter();
      try {
        return { ok: true, value: await task() };
      } finally {
        leave();
      }
    },
  };
}
