import { createClient } from '../http.ts';
import { runLoad } from '../load.ts';
import { type Market, publishedSlugs } from '../market.ts';
import type { Figure } from '../report.ts';

const CONNECTIONS = 8;
const SECONDS = 15;

/** Product pages rendered by the shell with catalog and checkout remotes in them. Spread over products. */
export async function productPage(market: Market): Promise<Figure[]> {
  const slugs = await publishedSlugs(market, 200);
  const client = createClient(CONNECTIONS);
  const result = await runLoad(
    { connections: CONNECTIONS, seconds: SECONDS, warmUpCalls: 300 },
    async (index) => {
      const answer = await client.send('GET', `${market.publicUrl}/product/${slugs[index % slugs.length]}`);
      return (
        answer.status === 200 &&
        answer.body.includes('data-mfe="catalog"') &&
        answer.body.includes('data-mfe="checkout"')
      );
    },
  );
  client.close();
  const note = `p50 ${result.p50Ms.toFixed(1)} ms, ${result.failures} failures of ${result.calls}`;
  return [
    {
      name: 'product page by the server, two remotes, 8 connections',
      value: result.perSecond,
      unit: '/s',
      aim: 400,
      better: 'higher',
      note,
    },
    { name: 'the same, p95', value: result.p95Ms, unit: 'ms', aim: 60, better: 'lower' },
  ];
}
