import { type ServerType, serve } from '@hono/node-server';
import autocannon from 'autocannon';
import { Hono } from 'hono';
import type { Market } from '../market.ts';
import type { Figure } from '../report.ts';

const CONNECTIONS = 32;
const SECONDS = 8;
/** Alternated, so that both meet the same moods of the machine. */
const ROUNDS = 3;

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** A public, cached product list through tRPC against a bare Hono hello, both over HTTP in turn. */
export async function productList(market: Market): Promise<Figure[]> {
  const app = new Hono().get('/', (c) => c.text('Hello Hono!'));
  let server: ServerType | undefined;
  const port = await new Promise<number>((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) => resolve(info.port));
  });
  const hello = `http://127.0.0.1:${port}/`;
  const input = encodeURIComponent(JSON.stringify({ categorySlug: 'audio' }));
  const list = `${market.bffUrl}/api/trpc/search.products?input=${input}`;
  const rates = { hello: [] as number[], list: [] as number[] };
  let failures = 0;
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const helloRun = await autocannon({ url: hello, connections: CONNECTIONS, duration: SECONDS });
      const listRun = await autocannon({ url: list, connections: CONNECTIONS, duration: SECONDS });
      rates.hello.push(helloRun.requests.average);
      rates.list.push(listRun.requests.average);
      failures += listRun.non2xx + listRun.errors;
    }
  } finally {
    server?.close();
  }
  const note = `${Math.round(average(rates.list))}/s against ${Math.round(average(rates.hello))}/s of hello; ${failures} failures`;
  return [
    {
      name: 'product list, tRPC, public and cached, 32 connections',
      value: average(rates.list) / average(rates.hello),
      unit: 'of hello',
      aim: 0.35,
      better: 'higher',
      note,
    },
  ];
}
