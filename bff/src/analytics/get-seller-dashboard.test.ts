import { createServer, type RequestListener, type Server } from 'node:http';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { getSellerDashboard } from './get-seller-dashboard.ts';

const SELLER = { id: '01900000-0000-7000-8000-000000000001' };
const TOKEN = 'a token for tests only';
const totals = { revenueMinor: 100, orders: 1, units: 1, views: 4, conversion: 0.25 };
const dashboard = {
  currency: 'USD',
  totals,
  previous: totals,
  byDay: [{ ...totals, day: '2026-11-21' }],
  topProducts: [],
  asOf: '2026-11-21T10:00:00.000Z',
};

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A pipeline that answers like this, and the BFF's services as far as a dashboard needs them. */
async function openPipeline(answer: RequestListener, timeoutMs?: number) {
  const opened = createServer(answer);
  server = opened;
  await new Promise<void>((listening) => opened.listen(0, '127.0.0.1', listening));
  const address = opened.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const env = { PIPELINE_URL: `http://127.0.0.1:${port}`, INTERNAL_TOKEN: TOKEN };
  return getSellerDashboard({ env, log: pino({ level: 'silent' }) }, SELLER, { days: 30 }, timeoutMs);
}

describe("a seller's dashboard", () => {
  it('is asked of the pipeline for the own seller, with the internal token', async () => {
    let asked: { url: string | undefined; authorization: string | undefined } | undefined;
    const found = await openPipeline((request, response) => {
      asked = { url: request.url, authorization: request.headers.authorization };
      response.end(JSON.stringify(dashboard));
    });
    expect(found).toEqual(dashboard);
    expect(asked).toEqual({
      url: `/internal/dashboards/seller?sellerId=${SELLER.id}&days=30`,
      authorization: `Bearer ${TOKEN}`,
    });
  });

  it.each([
    ['fails', (_: unknown, response: Parameters<RequestListener>[1]) => response.writeHead(500).end()],
    [
      'answers something else',
      (_: unknown, response: Parameters<RequestListener>[1]) => response.end('{"a":1}'),
    ],
    ['does not answer in time', () => undefined],
  ])('is plainly not available when the pipeline %s', async (_name, answer) => {
    await expect(openPipeline(answer, 100)).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
      message: expect.stringMatching(/try again/),
    });
  });
});
