import { medianOf, openChromium, type Visit, visitCold } from '../chromium.ts';
import { type Market, publishedSlugs } from '../market.ts';
import type { Figure } from '../report.ts';

const RUNS = 5;

/** A product page with a cold cache in Chromium, throttled. Medians of a few visits. */
export async function firstPaint(market: Market): Promise<Figure[]> {
  const slugs = await publishedSlugs(market, RUNS);
  const browser = await openChromium();
  const visits: Visit[] = [];
  try {
    for (const slug of slugs) visits.push(await visitCold(browser, `${market.publicUrl}/product/${slug}`));
  } finally {
    await browser.close();
  }
  const median = (pick: (visit: Visit) => number) => medianOf(visits, pick);
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
