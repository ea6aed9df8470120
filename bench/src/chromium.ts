import { existsSync } from 'node:fs';
import { chromiumOptions } from '@plaza/testing/chromium';
import { type Browser, chromium } from 'playwright-core';

const VIEWPORT = { width: 412, height: 823 };
/** Lighthouse's "slow 4G" as applied by the browser: round trip, throughput, and a processor four times slower. */
const LATENCY_MS = 562.5;
const BYTES_PER_SECOND = (1.47 * 1024 * 1024) / 8;
const CPU_SLOWDOWN = 4;
/** What a visitor of a product page waits for. React leaves its mark on an element when it answers. */
const BUY_BUTTON = 'main [data-mfe="checkout"] button';

/** Runs in the page before anything else. */
const VITALS_SCRIPT = `
  globalThis.__vitals = { lcpMs: 0, cls: 0, aliveMs: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) globalThis.__vitals.lcpMs = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.__vitals.cls += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    const button = document.querySelector('${BUY_BUTTON}');
    if (button && Object.keys(button).some((key) => key.startsWith('__reactProps'))) globalThis.__vitals.aliveMs = performance.now();
    else requestAnimationFrame(look);
  };
  look();
`;

interface Vitals {
  lcpMs: number;
  cls: number;
  /** When the buy button answers; 0 when it never does. */
  aliveMs: number;
}

export interface Visit extends Vitals {
  scriptBytes: number;
  /** With the headers of its answer. */
  documentBytes: number;
  requests: number;
}

export function openChromium(): Promise<Browser> {
  const executablePath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find(
    (path) => path && existsSync(path),
  );
  return chromium.launch(chromiumOptions(executablePath));
}

/** One visit of a product page by a phone that has never been here: nothing is cached, network and processor are slow. */
export async function visitCold(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: VIEWPORT, deviceScaleFactor: 1.75, isMobile: true });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: BYTES_PER_SECOND,
    uploadThroughput: BYTES_PER_SECOND,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  const types = new Map<string, string>();
  let scriptBytes = 0;
  let documentBytes = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
  // Bodies as they travel, without the headers of their answers.
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    if (types.get(requestId) === 'Script') scriptBytes += encodedDataLength;
  });
  // Of a document the whole is told alone.
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (types.get(requestId) === 'Document') documentBytes += encodedDataLength;
  });
  await page.addInitScript({ content: VITALS_SCRIPT });
  await page.goto(url, { waitUntil: 'networkidle', timeout: 60_000 });
  const vitals = await page.evaluate<Vitals>('globalThis.__vitals');
  await context.close();
  return { ...vitals, scriptBytes, documentBytes, requests: types.size };
}

/** The middle one of some visits in one respect. */
export const medianOf = (visits: readonly Visit[], pick: (visit: Visit) => number): number =>
  visits.map(pick).sort((a, b) => a - b)[Math.floor(visits.length / 2)] ?? 0;
