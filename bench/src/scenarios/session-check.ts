import { createClient } from '../http.ts';
import { runLoad } from '../load.ts';
import type { Market } from '../market.ts';
import type { Figure } from '../report.ts';
import { signIn } from '../sign-in.ts';

const CALLS = 4_000;
const ROUNDS = 5;

/**
 * What it costs a request that somebody is signed in: the same request with a session and without one, one after the
 * other on one connection, in turns.
 */
export async function sessionCheck(market: Market): Promise<Figure[]> {
  const client = createClient(1);
  const cookie = await signIn(market, 'buyer@plaza.test');
  const ask = async (headers: Record<string, string>) => {
    const { p50Ms } = await runLoad({ connections: 1, limit: CALLS, warmUpCalls: 500 }, async () => {
      const answer = await client.send('GET', `${market.bffUrl}/api/trpc/identity.me`, { headers });
      return answer.status === 200;
    });
    return p50Ms;
  };
  const differencesMs: number[] = [];
  let signedInMs = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const strangerMs = await ask({});
    signedInMs = await ask({ cookie });
    differencesMs.push(signedInMs - strangerMs);
  }
  client.close();
  const median = differencesMs.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
  return [
    {
      name: 'session check, p50, warm cache',
      value: Math.max(0, median),
      unit: 'ms',
      aim: 0.2,
      better: 'lower',
      note: `a request with it takes ${signedInMs.toFixed(2)} ms`,
    },
  ];
}
