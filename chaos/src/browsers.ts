import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { chromiumOptions } from '@plaza/testing/chromium';
import { type Browser, chromium } from 'playwright-core';
import { readChaosEnv } from './env.ts';
import { type Ledger, readEventIds } from './ledger.ts';
import type { ChaosMarket } from './start-market.ts';

const EVENT_EVERY_MS = 250;
/** posthog-js waits at least three seconds before it sends again, and twice as long each time. */
const LAST_SENDING_MS = 15_000;

export interface Browsers {
  /** Waits until the pages have sent what they had, within a bound, and closes them. */
  stop(): Promise<void>;
}

/** Opens pages in Chromium that report with posthog-js: its queue, its batches, its repetitions. */
export async function startBrowsers(market: ChaosMarket, ledger: Ledger, count: number): Promise<Browsers> {
  const script = readFileSync(createRequire(import.meta.url).resolve('posthog-js/dist/array.full.js'));
  const pages = createServer((request, response) => {
    if (request.url !== '/posthog.js') response.setHeader('content-type', 'text/html');
    response.end(request.url === '/posthog.js' ? script : page(market, Number(request.url?.slice(1))));
  });
  await new Promise<void>((listening) => pages.listen(0, '127.0.0.1', listening));
  const address = pages.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { CHROMIUM_PATH } = readChaosEnv();
  const browser = await chromium.launch(chromiumOptions(CHROMIUM_PATH));
  for (let index = 0; index < count; index += 1)
    await openPage(browser, ledger, `http://127.0.0.1:${port}/${index}`);
  return {
    async stop() {
      for (const context of browser.contexts()) {
        await Promise.all(context.pages().map((open) => open.evaluate('clearInterval(browsing)')));
      }
      await new Promise((resolve) => setTimeout(resolve, LAST_SENDING_MS));
      await browser.close();
      await new Promise((closed) => pages.close(closed));
    },
  };
}

async function openPage(browser: Browser, ledger: Ledger, url: string): Promise<void> {
  const page = await (await browser.newContext()).newPage();
  const idsOf = (request: { postDataBuffer(): Buffer | null }) =>
    readEventIds(request.postDataBuffer() ?? Buffer.alloc(0));
  page.on('request', (request) => ledger.noteSent(idsOf(request)));
  page.on('response', (response) => {
    if (response.status() === 200) ledger.noteAcknowledged(idsOf(response.request()));
  });
  await page.goto(url);
}

function page({ captureUrls, captureKey, goods }: ChaosMarket, index: number): string {
  const apiHost = `${captureUrls[index % captureUrls.length]}ingest`;
  const { productId, sellerId, priceMinor } = goods[index % goods.length] ?? goods[0];
  const about = { productId, sellerId, priceMinor, currency: 'USD', mfe: 'catalog', mfeVersion: 'chaos' };
  const options = {
    api_host: apiHost,
    persistence: 'memory',
    autocapture: false,
    capture_pageview: false,
    capture_pageleave: false,
    capture_performance: false,
    disable_session_recording: true,
    disable_surveys: true,
    disable_external_dependency_loading: true,
    advanced_disable_flags: true,
    opt_out_useragent_filter: true,
  };
  return `<!doctype html><script src="/posthog.js"></script><script>
    posthog.init(${JSON.stringify(captureKey)}, ${JSON.stringify(options)});
    const browsing = setInterval(() => posthog.capture('product_viewed', ${JSON.stringify(about)}), ${EVENT_EVERY_MS});
  </script>`;
}
