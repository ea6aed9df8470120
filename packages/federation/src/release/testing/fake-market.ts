import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CanaryAudience } from '@plaza/contracts';
import {
  activateBody,
  type Contract,
  type Manifest,
  registerReleaseBody,
  startCanaryBody,
} from '@plaza/contracts/manifest';
import { z } from 'zod';
import { shell } from './fake-build.ts';

/** What a market would answer to the release command, and what it was told. */
export interface FakeMarket {
  url: string;
  registered: Map<string, Manifest>;
  stable: string | null;
  canary: { version: string; audience: CanaryAudience } | null;
  /** Paths that were asked, in their order. */
  asked: string[];
  close(): Promise<void>;
}

export const TOKEN = 'a token for tests';

export async function startFakeMarket(contract: Contract): Promise<FakeMarket> {
  const market: FakeMarket = {
    url: '',
    registered: new Map(),
    stable: null,
    canary: null,
    asked: [],
    close: () => new Promise((done) => server.close(() => done())),
  };
  const answers: Record<string, (body: unknown) => unknown> = {
    '/contract.json': () => shell,
    '/api/releases/contract': () => contract,
    '/api/releases': (body) => {
      const { manifest } = registerReleaseBody.parse(body);
      const { version } = manifest.release;
      const isNew = !market.registered.has(version);
      market.registered.set(version, market.registered.get(version) ?? manifest);
      return { version, isNew };
    },
    '/api/releases/activate': (body) => {
      const { version } = activateBody.parse(body);
      const isChanged = market.stable !== version;
      market.stable = version;
      return { isChanged };
    },
    '/api/releases/canary': (body) => {
      const { version, audience } = startCanaryBody.parse(body);
      const isChanged = market.canary?.version !== version;
      market.canary = { version, audience };
      return { isChanged };
    },
    '/healthz': () => ({
      parts: {
        shell: {
          remotes: {
            catalog: {
              version: market.stable,
              ...(market.canary && { canary: { version: market.canary.version, status: 'ok' } }),
            },
          },
        },
      },
    }),
  };
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    market.asked.push(path);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(z.instanceof(Buffer).parse(chunk));
    const text = Buffer.concat(chunks).toString();
    const answer = answers[path];
    const isOpen = !path.startsWith('/api') || request.headers.authorization === `Bearer ${TOKEN}`;
    response.setHeader('content-type', 'application/json');
    response.statusCode = !answer ? 404 : isOpen ? 200 : 401;
    const refusal = { error: { message: 'Send a release token that works.', data: {} } };
    response.end(JSON.stringify(answer && isOpen ? answer(text === '' ? null : JSON.parse(text)) : refusal));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  // An address of TCP is an object.
  market.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return market;
}
