import type { Page, Route } from '@playwright/test';

export type Outage = 'missing' | 'broken' | 'hanging';

export interface TakenRemote {
  /** How often the page has come back to ask for it; each time under an address of its own. */
  retries: () => number;
  /** Requests that hang are cut off, as when a server is restarted. */
  bringBack: () => Promise<void>;
}

/** Takes a remote's files away from a page. */
export async function takeAway(page: Page, remote: string, outage: Outage): Promise<TakenRemote> {
  const pattern = `**/remotes/${remote}/**`;
  const hanging: Route[] = [];
  let retries = 0;
  await page.route(pattern, async (route) => {
    const attempt = new URL(route.request().url()).searchParams.get('attempt');
    retries = Math.max(retries, Number(attempt));
    if (outage === 'hanging') hanging.push(route);
    else await route.fulfill({ status: outage === 'missing' ? 404 : 500, body: 'gone' });
  });
  return {
    retries: () => retries,
    async bringBack() {
      await page.unroute(pattern);
      // One that has been given up by the page itself cannot be cut off any more.
      await Promise.all(hanging.map((route) => route.abort('connectionreset').catch(() => undefined)));
    },
  };
}
