import type { AppRouter } from '@plaza/bff/router';
import type { TRPCLink } from '@trpc/client';
import { createWSClient, wsLink } from '@trpc/client/links/wsLink/wsLink';

const RECONNECT_FIRST_MS = 250;
const RECONNECT_MAX_MS = 15_000;
const IDLE_CLOSE_MS = 5_000;
const PING_INTERVAL_MS = 15_000;
const PONG_TIMEOUT_MS = 5_000;

/**
 * One web socket for all subscriptions of a page. It opens with the first, closes some seconds after the last, and
 * reconnects by itself; the servers answer a renewed subscription with the state of now.
 */
export const socketLink = (url: string): TRPCLink<AppRouter> =>
  wsLink({
    client: createWSClient({
      url,
      lazy: { enabled: true, closeMs: IDLE_CLOSE_MS },
      keepAlive: { enabled: true, intervalMs: PING_INTERVAL_MS, pongTimeoutMs: PONG_TIMEOUT_MS },
      retryDelayMs,
    }),
  });

/** Doubles up to a limit; half of it is random, so that browsers do not return in step after an outage. */
export function retryDelayMs(attempt: number, random: () => number = Math.random): number {
  if (attempt === 0) return 0;
  const delayMs = Math.min(RECONNECT_MAX_MS, RECONNECT_FIRST_MS * 2 ** Math.min(attempt - 1, 10));
  return Math.round(delayMs * (0.5 + random() / 2));
}
