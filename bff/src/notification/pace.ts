/** Keeps to a rate, however often and in whatever portions it is used. */
export interface Pace {
  /** Settles when the next may go, or when the signal ends the wait. */
  wait(signal?: AbortSignal): Promise<void>;
  /** Notes how many went. */
  spend(count: number): void;
}

/** @param perSecond how many may go in a second */
export function createPace(perSecond: number): Pace {
  let nextAt = 0;
  return {
    wait: (signal) => pause(nextAt - performance.now(), signal),
    spend: (count) => {
      nextAt = Math.max(nextAt, performance.now()) + (count / perSecond) * 1_000;
    },
  };
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (ms <= 0 || signal?.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
  });
}
