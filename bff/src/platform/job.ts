import type { Logger } from 'pino';
import type { Waker } from './waker.ts';

/** Work that comes back: reads the signal to stop early when the process ends. */
export type JobWork = (signal: AbortSignal) => Promise<void>;
export interface Job {
  /** No further run begins; the running one is told to end and waited for. */
  stop(): Promise<void>;
}

/**
 * Runs `work` about every `intervalMs`, counted from the end of the last run, so that runs never overlap. The interval
 * varies by a tenth, so that processes do not march in step. A run that throws is logged and the next one comes.
 * @param waker runs it at once when it rings; during a run, once more after it
 */
export function every(intervalMs: number, name: string, work: JobWork, log: Logger, waker?: Waker): Job {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let isRunning = false;
  let isWanted = false;
  const schedule = () => {
    if (controller.signal.aborted) return;
    const jitter = 0.9 + Math.random() * 0.2;
    timer = setTimeout(begin, isWanted ? 0 : intervalMs * jitter);
  };
  const begin = () => {
    isRunning = true;
    isWanted = false;
    running = run().finally(() => {
      isRunning = false;
      schedule();
    });
  };
  const forget = waker?.onWake(() => {
    isWanted = true;
    if (isRunning) return;
    clearTimeout(timer);
    schedule();
  });
  const run = async () => {
    const startedAt = performance.now();
    try {
      await work(controller.signal);
      log.debug({ job: name, durationMs: Math.round(performance.now() - startedAt) }, 'job done');
    } catch (error) {
      if (!controller.signal.aborted) log.error({ err: error, job: name }, 'job failed');
    }
  };
  schedule();
  return {
    stop: async () => {
      controller.abort();
      forget?.();
      clearTimeout(timer);
      await running;
    },
  };
}
