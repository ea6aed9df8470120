/** Tells who waits in this process that there is something to do, so that it need not wait for its next look. */
export interface Waker {
  wake(): void;
  /** Calls back at every `wake` until the returned function is called. */
  onWake(callback: () => void): () => void;
}

export function createWaker(): Waker {
  const callbacks = new Set<() => void>();
  return {
    wake: () => {
      for (const callback of callbacks) callback();
    },
    onWake: (callback) => {
      callbacks.add(callback);
      return () => void callbacks.delete(callback);
    },
  };
}
