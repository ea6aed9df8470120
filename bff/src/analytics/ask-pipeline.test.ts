import { createServer, type RequestListener, type Server } from 'node:http';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { askPipeline } from './ask-pipeline.ts';

const TOKEN = 'a token for tests only';
const schema = z.object({ orders: z.int() });

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A pipeline that answers like this, asked once. */
async function ask(answer: RequestListener, timeoutMs?: number) {
  const opened = createServer(answer);
  server = opened;
  await new Promise<void>((listening) => opened.listen(0, '127.0.0.1', listening));
  const address = opened.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const env = { PIPELINE_URL: `http://127.0.0.1:${port}`, INTERNAL_TOKEN: TOKEN };
  const services = { env, log: pino({ level: 'silent' }) };
  return askPipeline(services, schema, 'dashboards/seller/live', { sellerId: 'a&b' }, timeoutMs);
}

describe('figures', () => {
  it('are asked of the pipeline with the internal token', async () => {
    let asked: { url: string | undefined; authorization: string | undefined } | undefined;
    const found = await ask((request, response) => {
      asked = { url: request.url, authorization: request.headers.authorization };
      response.end('{"orders":2,"more":1}');
    });
    expect(found).toEqual({ orders: 2 });
    expect(asked).toEqual({
      url: '/internal/dashboards/seller/live?sellerId=a%26b',
      authorization: `Bearer ${TOKEN}`,
    });
  });

  it.each<[string, RequestListener]>([
    ['fails', (_, response) => response.writeHead(500).end()],
    ['answers something else', (_, response) => response.end('{"a":1}')],
    ['does not answer in time', () => undefined],
  ])('are plainly not available when the pipeline %s', async (_name, answer) => {
    await expect(ask(answer, 100)).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
      message: expect.stringMatching(/try again/),
    });
  });
});
