import { existsSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import { type Market, publishedSlugs } from '../market.ts';
import type { Figure } from '../report.ts';

const RUNS = 5;
const VIEWPORT = { width: 412, height: 823 };
/** Lighthouse's "slow 4G" as applied by the browser: round trip, throughput, and a processor four times slower. */
const LATENCY_MS = 562.5;
const BYTES_PER_SECOND = (1.47 * 1024 * 1024) / 8;
const CPU_SLOWDOWN = 4;

/** Runs in the page before anything else. */
const VITALS_SCRIPT = `
  globalThis.__vitals = { lcpMs: 0, cls: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) globalThis.__vitals.lcpMs = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.__vitals.cls += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
`;

interface Visit {
  lcpMs: number;
  cls: number;
  scriptBytes: number;
  requests: number;
}

/** A product page with a cold cache in Chromium, throttled. Medians of a few visits. */
export async function firstPaint(market: Market): Promise<Figure[]> {
  const slugs = await publishedSlugs(market, RUNS);
  const executablePath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find(
    (path) => path && existsSync(path),
  );
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const visits: Visit[] = [];
  try {
    for (const slug of slugs) {
      const context = await browser.newContext({
        viewport: VIEWPORT,
        deviceScaleFactor: 1.75,
        isMobile: true,
      });
      visits.push(await visit(await context.newPage(), `${market.publicUrl}/product/${slug}`));
      await context.close();
    }
  } finally {
    await browser.close();
  }
  const median = (pick: (visit: Visit) => number) =>
    visits.map(pick).sort((a, b) => a - b)[Math.floor(visits.length / 2)] ?? 0;
  const worst = Math.max(...visits.map((each) => each.lcpMs));
  return [
    {
      name: 'product page, cold, slow 4G, 4x CPU: LCP',
      value: median((each) => each.lcpMs) / 1000,
      unit: 's',
      aim: 1.65,
      better: 'lower',
      note: `worst of ${RUNS}: ${(worst / 1000).toFixed(2)} s, ${median((each) => each.requests)} requests`,
    },
    {
      name: 'the same, JavaScript on the wire (brotli)',
      value: median((each) => each.scriptBytes) / 1000,
      unit: 'kB',
      aim: 150,
      better: 'lower',
    },
    { name: 'the same, CLS', value: median((each) => each.cls), unit: '', aim: 0.02, better: 'lower' },
  ];
}

async function visit(page: Page, url: string): Promise<Visit> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: BYTES_PER_SECOND,
    uploadThroughput: BYTES_PER_SECOND,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  const scripts = new Set<string>();
  let scriptBytes = 0;
  let requests = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => {
    requests += 1;
    if (type === 'Script') scripts.add(requestId);
  });
  // Bodies as they travel, without the headers of their answers.
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scriptBytes += encodedDataLength;
  });
  await page.addInitScript({ content: VITALS_SCRIPT });
  await page.goto(url, { waitUntil: 'networkidle', timeout: 60_000 });
  const vitals = await page.evaluate<{ lcpMs: number; cls: number }>('globalThis.__vitals');
  return { ...vitals, scriptBytes, requests };
}
