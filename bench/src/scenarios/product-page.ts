import { createClient } from '../http.ts';
import { runLoad } from '../load.ts';
import { type Market, publishedSlugs } from '../market.ts';
import type { Figure } from '../report.ts';

const CONNECTIONS = 8;
const SECONDS = 15;
const PRODUCTS = 200;
const MIN_PER_SECOND = 600;
const MAX_P95_MS = 40;

/**
 * Product pages rendered by the shell with catalog and checkout remotes in them, spread over products. Once as visitors ask
 * for them, and once so that none is kept: each address is new, so that every page is drawn anew. Answers are not compressed:
 * the client's time is in the figures.
 */
export async function productPage(market: Market): Promise<Figure[]> {
  const slugs = await publishedSlugs(market, PRODUCTS);
  const pathOf = (index: number) => `/product/${slugs[index % slugs.length]}`;
  const usual = await load(market, pathOf);
  const run = crypto.randomUUID();
  let asked = 0;
  const fresh = await load(market, (index) => {
    asked += 1;
    return `${pathOf(index)}?visit=${run}-${asked}`;
  });
  const noteOf = ({ p50Ms, failures, calls }: typeof usual) =>
    `p50 ${p50Ms.toFixed(1)} ms, ${failures} failures of ${calls}`;
  return [
    {
      name: 'product page by the server, two remotes, 8 connections',
      value: usual.perSecond,
      unit: '/s',
      aim: MIN_PER_SECOND,
      better: 'higher',
      note: noteOf(usual),
    },
    { name: 'the same, p95', value: usual.p95Ms, unit: 'ms', aim: MAX_P95_MS, better: 'lower' },
    {
      name: 'the same, every page drawn anew',
      value: fresh.perSecond,
      unit: '/s',
      better: 'higher',
      note: noteOf(fresh),
    },
    { name: 'the same, p95', value: fresh.p95Ms, unit: 'ms', better: 'lower' },
  ];
}

async function load(market: Market, pathOf: (index: number) => string) {
  const client = createClient(CONNECTIONS);
  const result = await runLoad(
    { connections: CONNECTIONS, seconds: SECONDS, warmUpCalls: 300 },
    async (index) => {
      const answer = await client.send('GET', market.publicUrl + pathOf(index));
      return (
        answer.status === 200 &&
        answer.body.includes('data-mfe="catalog"') &&
        answer.body.includes('data-mfe="checkout"')
      );
    },
  );
  client.close();
  return result;
}
