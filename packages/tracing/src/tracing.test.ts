import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { newId } from '@plaza/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readTracingEnv } from './env.ts';
import { noteFacts, traceDelivery } from './facts.ts';
import { traceHeaders, traceRequests } from './requests.ts';
import { startTracing } from './start.ts';

const spanSchema = z.object({
  name: z.string(),
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  links: z.array(z.object({ traceId: z.string() })).default([]),
});
const exportSchema = z.object({
  resourceSpans: z.array(z.object({ scopeSpans: z.array(z.object({ spans: z.array(spanSchema) })) })),
});

const closing: (() => void)[] = [];
async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

const spans: z.infer<typeof spanSchema>[] = [];
const called = '0af7651916cd43dd8448eb211c80319c';
const fact = { id: newId(), type: 'order.paid', occurredAt: new Date().toISOString() };

beforeAll(async () => {
  const collector = await listen((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const sent = exportSchema.parse(JSON.parse(Buffer.concat(chunks).toString()));
      for (const { scopeSpans } of sent.resourceSpans)
        spans.push(...scopeSpans.flatMap((scope) => scope.spans));
      response.end('{}');
    });
  });
  const stop = await startTracing(
    'test',
    readTracingEnv({ OTEL_EXPORTER_OTLP_ENDPOINT: collector, OTEL_TRACES_SAMPLER_ARG: '1' }),
  );
  const inner = await listen(
    traceRequests((_, response) => {
      noteFacts([fact]);
      response.end();
    }),
  );
  const outer = await listen(
    traceRequests((_, response) => {
      void fetch(`${inner}/api/trpc/order.place`, { headers: traceHeaders() }).then(() => response.end());
    }),
  );
  await fetch(`${outer}/checkout/pay?token=secret`, {
    headers: { traceparent: `00-${called}-b7ad6b7169203331-00` },
  });
  await fetch(`${outer}/healthz`);
  traceDelivery([fact]);
  await stop();
});
afterAll(() => {
  for (const close of closing) close();
});

describe('a request that is traced', () => {
  it('goes on in the caller’s trace, from one process into the next', () => {
    const [outer, inner] = ['GET /checkout', 'GET /api/trpc/order.place'].map((name) =>
      spans.find((span) => span.name === name && span.traceId === called),
    );
    expect(outer?.parentSpanId).toBe('b7ad6b7169203331');
    expect(inner?.parentSpanId).toBe(outer?.spanId);
  });

  it('leads to the facts that came of it, each with a trace of its own id, down to its delivery', () => {
    const inner = spans.find((span) => span.name === 'GET /api/trpc/order.place' && span.traceId === called);
    const traceId = fact.id.replaceAll('-', '');
    expect(inner?.links.map((link) => link.traceId)).toEqual([traceId]);
    expect(spans.filter((span) => span.traceId === traceId).map((span) => span.name)).toEqual([
      'deliver order.paid',
    ]);
  });

  it('is not one for files and health, and keeps what addresses carry to itself', () => {
    expect(spans.map((span) => span.name).join()).not.toContain('healthz');
    expect(JSON.stringify(spans)).not.toContain('secret');
  });
});

describe('the environment', () => {
  it('switches tracing off by saying nothing, and is told what is wrong', async () => {
    await expect((await startTracing('test', readTracingEnv({})))()).resolves.toBeUndefined();
    expect(() => readTracingEnv({ OTEL_TRACES_SAMPLER_ARG: '2' })).toThrow('OTEL_TRACES_SAMPLER_ARG');
  });
});
