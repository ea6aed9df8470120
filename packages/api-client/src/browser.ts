import type { AppRouter } from '@plaza/bff/router';
import { createTRPCClient } from '@trpc/client';
import { type HTTPLinkOptions, httpLink } from '@trpc/client/links/httpLink';
import { splitLink } from '@trpc/client/links/splitLink';
import type { ApiClient } from './api.ts';
import { lazyLink } from './lazy-link.ts';

const REQUEST_TIMEOUT_MS = 15_000;

/**
 * The browser's client. Queries are single GETs, so that public ones can be cached by their address; mutations are
 * POSTs; subscriptions share a web socket whose code is fetched when first needed.
 * @param path where the BFF's tRPC endpoint is on this origin
 */
export function createBrowserClient(path: string): ApiClient {
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === 'subscription',
        true: lazyLink(async () => (await import('./socket-link.ts')).socketLink(socketUrl(path))),
        false: httpLink({ url: path, fetch: fetchWithTimeout }),
      }),
    ],
  });
}

type TrpcFetch = NonNullable<HTTPLinkOptions<AppRouter['_def']['_config']['$types']>['fetch']>;

const fetchWithTimeout: TrpcFetch = (url, init) => {
  const timeout = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
  const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
  return fetch(url, { ...init, signal });
};

function socketUrl(path: string): string {
  const url = new URL(path, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}
