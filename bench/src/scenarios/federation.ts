import { medianOf, openChromium, type Visit, visitCold } from '../chromium.ts';
import { type Market, publishedSlugs } from '../market.ts';
import { startOneBundle } from '../one-bundle/start-one-bundle.ts';
import type { Figure } from '../report.ts';

const RUNS = 7;
const MAX_SLOWER_PERCENT = 10;
const MAX_HEAVIER_PERCENT = 15;

/**
 * What federation adds to a product page: the market's, of a shell and three remotes, against the same sources built as
 * one bundle, by the same server and BFF. Cold visits of a slow phone, in turns.
 */
export async function federation(market: Market): Promise<Figure[]> {
  const slugs = await publishedSlugs(market, RUNS);
  const oneBundle = await startOneBundle(market);
  const browser = await openChromium();
  const federated: Visit[] = [];
  const bundled: Visit[] = [];
  try {
    for (const slug of slugs) {
      await checkSame(market.publicUrl, oneBundle.url, `/product/${slug}`);
      federated.push(await visitCold(browser, `${market.publicUrl}/product/${slug}`));
      bundled.push(await visitCold(browser, `${oneBundle.url}/product/${slug}`));
    }
  } finally {
    await browser.close();
    await oneBundle.stop();
  }
  const compare = (pick: (visit: Visit) => number, unit: string, divisor: number) => {
    const [whole, one] = [medianOf(federated, pick), medianOf(bundled, pick)];
    const text = (value: number) => `${(value / divisor).toFixed(divisor === 1 ? 0 : 2)} ${unit}`.trim();
    return { value: 100 * (whole / one - 1), note: `${text(whole)}, as one bundle ${text(one)}` };
  };
  const better = 'lower' as const;
  const unit = '%';
  return [
    {
      name: 'federation against one bundle, product page, cold, slow 4G, 4x CPU: LCP',
      ...compare((each) => each.lcpMs, 's', 1000),
      unit,
      aim: MAX_SLOWER_PERCENT,
      better,
    },
    {
      name: 'the same, JavaScript on the wire (brotli)',
      ...compare((each) => each.scriptBytes, 'kB', 1000),
      unit,
      aim: MAX_HEAVIER_PERCENT,
      better,
    },
    {
      name: 'the same, until the buy button answers',
      ...compare((each) => each.aliveMs, 's', 1000),
      unit,
      better,
    },
    { name: 'the same, document', ...compare((each) => each.documentBytes, 'kB', 1000), unit, better },
    { name: 'the same, requests', ...compare((each) => each.requests, '', 1), unit, better },
  ];
}

/** @throws when the two shops do not show the same parts and words */
async function checkSame(one: string, other: string, path: string): Promise<void> {
  const [a, b] = await Promise.all([one, other].map((origin) => readShown(origin + path)));
  if (a !== b)
    throw new Error(`${path} does not show the same as one bundle: the comparison would be unfair.`);
}

/** The text of a document and which remotes show something, without what differs by build. */
async function readShown(url: string): Promise<string> {
  const answer = await fetch(url);
  const html = await answer.text();
  const body = html.slice(html.indexOf('<div id="root">'), html.indexOf('<script type="application/json"'));
  return `${answer.status} ${body}`;
}
