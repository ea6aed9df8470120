/** At most so often, whatever somebody does in the page. */
const ASK_EVERY_MS = 10_000;

export interface NewerWatch {
  /** What the page was opened with; see `Boot`. */
  versionTag: string;
  /** What it would be opened with now; rejects where nobody knows. */
  ask: () => Promise<string>;
  isVisible: () => boolean;
  /** Whether somebody is about to type something, and should be left alone. */
  isTyping: () => boolean;
  offer: () => void;
  now: () => number;
}

/** Makes the function that looks whether there is something newer, and offers each newer thing once. */
export function createNewerWatch(watch: NewerWatch): () => Promise<void> {
  let askedAt = Number.NEGATIVE_INFINITY;
  let newest = watch.versionTag;
  let isDue = false;
  return async () => {
    if (watch.isVisible() && watch.now() - askedAt >= ASK_EVERY_MS) {
      askedAt = watch.now();
      const tag = await watch.ask().catch(() => newest);
      isDue = tag !== watch.versionTag && (isDue || tag !== newest);
      newest = tag;
    }
    if (!isDue || watch.isTyping()) return;
    isDue = false;
    watch.offer();
  };
}
