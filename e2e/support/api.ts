import type { APIRequestContext } from '@playwright/test';
import type { ApiClient } from '@plaza/api-client';
import type { AppRouter } from '@plaza/bff/router';
import { createTRPCClient, httpLink } from '@trpc/client';
import { market } from './market.ts';

const TIMEOUT_MS = 15_000;

/**
 * Calls the market as the visitor whose cookies `request` holds: `page.request` is the visitor of that page.
 * @param baseUrl another shell of the market than the running one
 */
export const apiOf = (request: APIRequestContext, baseUrl = market.publicUrl): ApiClient =>
  createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${baseUrl}/api/trpc`,
        fetch: async (url, init) => {
          const response = await request.fetch(String(url), {
            method: init?.method ?? 'GET',
            ...(typeof init?.body === 'string' && { data: Buffer.from(init.body) }),
            headers: { 'content-type': 'application/json' },
            timeout: TIMEOUT_MS,
          });
          return {
            ok: response.ok(),
            status: response.status(),
            statusText: response.statusText(),
            json: () => response.json(),
          };
        },
      }),
    ],
  });
