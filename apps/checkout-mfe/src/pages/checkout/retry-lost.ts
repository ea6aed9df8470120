import { toApiError } from '@plaza/federation/host';

const WAITS_MS = [400, 1200];

export interface RetryOptions {
  /** True for a failure in which no answer came, so that nobody knows what happened. */
  isLost?: (error: unknown) => boolean;
  wait?: (ms: number) => Promise<void>;
}

/**
 * Repeats a call that got no answer, twice at most. Only for calls that may be repeated without harm.
 * @throws what the last call threw
 */
export async function retryLost<Answer>(
  call: () => Promise<Answer>,
  { isLost = gotNoAnswer, wait = sleep }: RetryOptions = {},
): Promise<Answer> {
  for (const ms of WAITS_MS) {
    try {
      return await call();
    } catch (error) {
      if (!isLost(error)) throw error;
      await wait(ms);
    }
  }
  return call();
}

const gotNoAnswer = (error: unknown): boolean => toApiError(error) === null;
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
