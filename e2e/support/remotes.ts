import type { Page, Route } from '@playwright/test';

export type Outage = 'missing' | 'broken' | 'hanging';

/**
 * Takes a remote's files away from a page.
 * @returns how to bring them back; requests that hang are cut off then, as when a server is restarted
 */
export async function takeAway(page: Page, remote: string, outage: Outage): Promise<() => Promise<void>> {
  const pattern = `**/remotes/${remote}/**`;
  const hanging: Route[] = [];
  await page.route(pattern, async (route) => {
    if (outage === 'hanging') hanging.push(route);
    else await route.fulfill({ status: outage === 'missing' ? 404 : 500, body: 'gone' });
  });
  return async () => {
    await page.unroute(pattern);
    // One that has been given up by the page itself cannot be cut off any more.
    await Promise.all(hanging.map((route) => route.abort('connectionreset').catch(() => undefined)));
  };
}
