import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '@plaza/local/processes';
import { startStandIn } from '@plaza/local/stripe';

export interface TestStripe {
  /** For `STRIPE_API_URL`. */
  url: string;
  secretKey: string;
  webhookSecret: string;
  /** Pays an open session as a buyer with this card would. Answers whether the money was taken. */
  pay(sessionId: string, outcome?: 'succeeded' | 'declined' | 'insufficient_funds'): Promise<boolean>;
  /** Ends the server; calls to it fail from then on. */
  drop(): Promise<void>;
}

/**
 * Starts a stand-in of Stripe. Its webhooks go nowhere: a test lists its events by the API and delivers them when and
 * as often as it wants.
 * @param clock milliseconds, for tests that move time
 */
export async function createTestStripe(options: { clock?: () => number } = {}): Promise<TestStripe> {
  const sink = createServer((request, response) => {
    request.resume();
    response.end();
  });
  await new Promise<void>((listening) => sink.listen(0, '127.0.0.1', listening));
  const address = sink.address();
  const sinkPort = typeof address === 'object' && address !== null ? address.port : 0;
  const dataDir = mkdtempSync(join(tmpdir(), 'plaza-stripe-'));
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const webhookSecret = 'whsec_test';
  const standIn = await startStandIn({
    port,
    host: '127.0.0.1',
    dataDir,
    publicBaseUrl: `${url}/stripe`,
    webhookUrl: `http://127.0.0.1:${sinkPort}/`,
    webhookSecret,
    ...options,
  });
  return {
    url,
    secretKey: 'sk_test_plaza',
    webhookSecret,
    pay: async (session, outcome = 'succeeded') => {
      const response = await fetch(`${url}/stripe/test/pay`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ session, outcome }),
      });
      return response.ok;
    },
    drop: async () => {
      await standIn.stop();
      sink.closeAllConnections();
      await new Promise((closed) => sink.close(closed));
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
