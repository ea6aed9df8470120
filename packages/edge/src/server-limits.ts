import type { ServerOptions } from 'node:http';

/**
 * How long the parts of a chain wait, each longer than what it waits for: the BFF gives up on its own work after 20
 * seconds, the shell on another process after 30, and a server on a request that is still arriving after 120.
 */
const HEADERS_TIMEOUT_MS = 10_000;
/** A picture of five megabytes at 350 kbit/s. */
const REQUEST_TIMEOUT_MS = 120_000;
/** How often the two above are looked at: Node's own 30 seconds would let slow senders have three times their time. */
const CHECK_INTERVAL_MS = 5_000;
/** Longer than the 60 seconds that proxies and load balancers keep idle connections: none sends into a closing one. */
const KEEP_ALIVE_TIMEOUT_MS = 75_000;
const MAX_HEADER_BYTES = 16 * 1024;

/** How long a client of ours keeps an idle connection: shorter than any server of ours does. */
export const IDLE_CONNECTION_MS = 60_000;

/** Open connections of one process; more are closed at once, so that the ones that are open are answered. */
export const MAX_CONNECTIONS = 25_000;

/** Limits of a public server against slow, idle and oversized requests. Set `maxConnections` on the server as well. */
export const serverLimits = {
  headersTimeout: HEADERS_TIMEOUT_MS,
  requestTimeout: REQUEST_TIMEOUT_MS,
  connectionsCheckingInterval: CHECK_INTERVAL_MS,
  keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
  maxHeaderSize: MAX_HEADER_BYTES,
  requireHostHeader: true,
} as const satisfies ServerOptions;
