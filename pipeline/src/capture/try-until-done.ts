import type { Logger } from 'pino';

export interface TryingOptions {
  /** For the log: what cannot be done yet. */
  what: string;
  log: Logger;
  retryMs: (attempt: number) => number;
  /** Ends the attempts. */
  signal: AbortSignal;
}

/** Tries until `work` succeeds. Never settles when the signal ends it: nothing that waits for it may be taken as done. */
export async function tryUntilDone<Result>(
  { what, log, retryMs, signal }: TryingOptions,
  work: () => Promise<Result>,
): Promise<Result> {
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      log.warn({ error: String(error), attempt }, `cannot ${what} yet`);
      await new Promise((resolve) => setTimeout(resolve, retryMs(attempt)));
    }
  }
  return new Promise(() => {});
}
