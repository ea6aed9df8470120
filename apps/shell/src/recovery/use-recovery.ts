import { useEffect, useRef } from 'react';
import { scheduleRetry } from './schedule-retry.ts';

/**
 * Tries again by itself while something is missing.
 * @param failures counts the tries that failed; each new number is one more try. Null: nothing is missing, or a try is
 *   under way
 */
export function useRecovery(failures: number | null, retry: () => void): void {
  const latest = useRef(retry);
  latest.current = retry;
  useEffect(() => {
    return failures === null ? undefined : scheduleRetry(() => latest.current(), failures);
  }, [failures]);
}
