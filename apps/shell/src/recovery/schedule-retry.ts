const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;
/** Of a wait, so that many browsers that failed together do not come back together. */
const JITTER = 0.3;

/** The wait before the retry that follows `failures` failures, without jitter. */
export const waitMs = (failures: number): number =>
  Math.min(FIRST_WAIT_MS * 2 ** Math.min(failures, 16), LONGEST_WAIT_MS);

/** What a retry depends on beside time; the browser's own unless a test says otherwise. */
export interface Surroundings {
  isOnline: () => boolean;
  isVisible: () => boolean;
  network: EventTarget;
  page: EventTarget;
}

const inBrowser = (): Surroundings => ({
  isOnline: () => navigator.onLine,
  isVisible: () => document.visibilityState === 'visible',
  network: window,
  page: document,
});

/**
 * Calls `retry` once: after a wait that doubles with every failure, or at once when the network comes back. Nothing is
 * tried without a network, nor while nobody looks at the page: then it waits for both. Returns how to call it off.
 * @param failures how many tries have failed already
 */
export function scheduleRetry(
  retry: () => void,
  failures: number,
  surroundings: Surroundings = inBrowser(),
): () => void {
  const { isOnline, isVisible, network, page } = surroundings;
  const stop = new AbortController();
  let isDue = false;
  const retryIfPossible = () => {
    if (!isDue || stop.signal.aborted || !isOnline() || !isVisible()) return;
    callOff();
    retry();
  };
  const becomeDue = () => {
    isDue = true;
    retryIfPossible();
  };
  const timer = setTimeout(becomeDue, waitMs(failures) * (1 + JITTER * Math.random()));
  const callOff = () => {
    clearTimeout(timer);
    stop.abort();
  };
  network.addEventListener('online', becomeDue, { signal: stop.signal });
  page.addEventListener('visibilitychange', retryIfPossible, { signal: stop.signal });
  return callOff;
}
