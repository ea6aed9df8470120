import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '@plaza/local/processes';
import { startSmsStandIn } from '@plaza/local/sms';

export interface TestSms {
  /** For `SMS_API_URL`. */
  apiUrl: string;
  /** For `SMS_API_KEY`. */
  apiKey: string;
  /** Messages that this number has got, newest first. */
  messagesTo(number: string): { text: string; from: string; copies: number }[];
  /** Ends the server; messages are not taken from then on. */
  drop(): Promise<void>;
}

/** Starts a provider of text messages that keeps what it gets. */
export async function createTestSms(): Promise<TestSms> {
  const dataDir = mkdtempSync(join(tmpdir(), 'plaza-sms-'));
  const apiKey = 'ACtest:secret';
  const standIn = await startSmsStandIn({ port: await findFreePort(), host: '127.0.0.1', dataDir, apiKey });
  return {
    apiUrl: standIn.apiUrl,
    apiKey,
    messagesTo: (number) => standIn.messagesTo(number),
    drop: async () => {
      await standIn.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
