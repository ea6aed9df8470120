/** What a load run found. Times are per call, in milliseconds. */
export interface LoadResult {
  calls: number;
  failures: number;
  seconds: number;
  perSecond: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
}

/**
 * Runs `call` with a fixed number of callers that each start the next one when the last has ended (closed loop).
 * A call that throws or answers false counts as a failure. Ends after `seconds`, or when `limit` calls were made.
 */
export async function runLoad(
  options: { connections: number; seconds?: number; limit?: number; warmUpCalls?: number },
  call: (index: number) => Promise<boolean>,
): Promise<LoadResult> {
  for (let index = 0; index < (options.warmUpCalls ?? 0); index += 1) await call(index);
  const { connections, limit = Number.POSITIVE_INFINITY, seconds = 120 } = options;
  const durations: number[] = [];
  let failures = 0;
  let next = 0;
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;
  const caller = async () => {
    while (next < limit && performance.now() < endsAt) {
      const index = next;
      next += 1;
      const callStartedAt = performance.now();
      const succeeded = await call(index).catch(() => false);
      durations.push(performance.now() - callStartedAt);
      if (!succeeded) failures += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, caller));
  return summarise(durations, failures, (performance.now() - startedAt) / 1000);
}

/**
 * Starts `call` at a steady pace, whatever became of the calls before (open loop). Durations count from the moment at
 * which a call was due, so that a client that falls behind does not hide it.
 */
export async function paceLoad(
  options: { perSecond: number; seconds: number },
  call: (index: number, dueAt: number) => Promise<boolean>,
): Promise<LoadResult> {
  const durations: number[] = [];
  let failures = 0;
  const startedAt = performance.now();
  const run = async (index: number, dueAt: number) => {
    const succeeded = await call(index, dueAt).catch(() => false);
    durations.push(performance.now() - dueAt);
    if (!succeeded) failures += 1;
  };
  const calls: Promise<void>[] = [];
  for (let index = 0; index < options.perSecond * options.seconds; index += 1) {
    const dueAt = startedAt + (index * 1000) / options.perSecond;
    const waitMs = dueAt - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    calls.push(run(index, dueAt));
  }
  await Promise.all(calls);
  return summarise(durations, failures, (performance.now() - startedAt) / 1000);
}

/** Percentiles and rate of a list of durations; the rate counts successes only. */
export function summarise(durationsMs: readonly number[], failures: number, seconds: number): LoadResult {
  const sorted = [...durationsMs].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    calls: sorted.length,
    failures,
    seconds,
    perSecond: (sorted.length - failures) / seconds,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
  };
}
