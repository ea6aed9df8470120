import type { Logger } from 'pino';

/** Work that comes back: reads the signal to stop early when the process ends. */
export type JobWork = (signal: AbortSignal) => Promise<void>;
export interface Job {
  /** No further run begins; the running one is told to end and waited for. */
  stop(): Promise<void>;
}

/**
 * Runs `work` about every `intervalMs`, counted from the end of the last run, so that runs never overlap. The interval
 * varies by a tenth, so that processes do not march in step. A run that throws is logged and the next one comes.
 */
export function every(intervalMs: number, name: string, work: JobWork, log: Logger): Job {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const schedule = () => {
    if (controller.signal.aborted) return;
    const jitter = 0.9 + Math.random() * 0.2;
    timer = setTimeout(() => {
      running = run().finally(schedule);
    }, intervalMs * jitter);
  };
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
      clearTimeout(timer);
      await running;
    },
  };
}
