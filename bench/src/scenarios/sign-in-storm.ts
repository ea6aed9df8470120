import { createClient } from '../http.ts';
import { type LoadResult, runLoad, summarise } from '../load.ts';
import { type Market, publishedSlugs } from '../market.ts';
import type { Figure } from '../report.ts';

const STORM_CONNECTIONS = 64;
const SHOPPERS = 8;
const SECONDS = 12;
const HOSTS = 250;
const DEMO_PASSWORD = 'plaza-demo-2026';

/** What shoppers wait for a product, without and with a storm of sign-ins beside them. */
export async function signInStorm(market: Market): Promise<Figure[]> {
  const slugs = await publishedSlugs(market, 200);
  const shoppers = createClient(SHOPPERS);
  const shop = () =>
    runLoad({ connections: SHOPPERS, seconds: SECONDS, warmUpCalls: 200 }, async (index) => {
      const input = encodeURIComponent(JSON.stringify({ slug: slugs[index % slugs.length] }));
      const url = `${market.bffUrl}/api/trpc/catalog.product?input=${input}`;
      return (await shoppers.send('GET', url)).status === 200;
    });
  const calm = await shop();
  const storm = startStorm(market);
  const stormy = await shop();
  const attempts = await storm.stop();
  shoppers.close();
  return [
    {
      name: 'p95 of a product beside a storm of sign-ins, over that without',
      value: stormy.p95Ms / calm.p95Ms,
      unit: 'times',
      aim: 2,
      better: 'lower',
      note: `${calm.p95Ms.toFixed(2)} ms, then ${stormy.p95Ms.toFixed(2)} ms; ${describe(attempts)}`,
    },
  ];
}

const describe = ({ perSecond, failures, p95Ms }: LoadResult) =>
  `${Math.round(perSecond)} sign-ins/s at ${STORM_CONNECTIONS} connections, p95 ${p95Ms.toFixed(0)} ms, ${failures} turned away`;

/** People who all sign in at once, each in a browser of their own; started anew as soon as they are in. */
function startStorm(market: Market) {
  const client = createClient(STORM_CONNECTIONS);
  const durationsMs: number[] = [];
  let failures = 0;
  let attempts = 0;
  let isOver = false;
  const startedAt = performance.now();
  const keepSigningIn = async () => {
    while (!isOver) {
      attempts += 1;
      const attemptAt = performance.now();
      const answer = await client.send('POST', `${market.bffUrl}/api/trpc/identity.signIn`, {
        body: JSON.stringify({ email: 'buyer@plaza.test', password: DEMO_PASSWORD }),
        headers: { origin: market.publicUrl, 'x-forwarded-for': addressOf(attempts) },
      });
      durationsMs.push(performance.now() - attemptAt);
      if (answer.status !== 200) failures += 1;
    }
  };
  const callers = Array.from({ length: STORM_CONNECTIONS }, keepSigningIn);
  return {
    stop: async (): Promise<LoadResult> => {
      isOver = true;
      await Promise.all(callers);
      client.close();
      return summarise(durationsMs, failures, (performance.now() - startedAt) / 1_000);
    },
  };
}

/** Another address each time, so that limits do not spare the hashing. */
const addressOf = (attempt: number) => `198.18.${Math.floor(attempt / HOSTS) % HOSTS}.${attempt % HOSTS}`;
