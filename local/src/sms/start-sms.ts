import { serve } from '@hono/node-server';
import { type KeptSms, MessageBox } from './message-box.ts';
import { SMS_PATH } from './sms-page.ts';
import { createSmsApp } from './sms-routes.ts';

export interface SmsStandInOptions {
  port: number;
  host: string;
  dataDir: string;
  /** `<account>:<secret>`: what senders have to show. */
  apiKey: string;
}

export interface RunningSmsStandIn {
  /** Where messages are posted. */
  apiUrl: string;
  inboxUrl: string;
  /** Newest first. */
  messagesTo(number: string): KeptSms[];
  /** Takes no more; everything accepted is already on disk. */
  stop(): Promise<void>;
}

/** Where the stand-in at this address takes messages. */
export const smsApiUrl = (baseUrl: string, apiKey: string): string =>
  `${baseUrl}/2010-04-01/Accounts/${apiKey.split(':', 1)[0]}/Messages.json`;

/** Starts a provider of text messages that keeps every message instead of delivering it, and a page to read them. */
export async function startSmsStandIn(options: SmsStandInOptions): Promise<RunningSmsStandIn> {
  const { port, host, dataDir, apiKey } = options;
  const box = await MessageBox.open(dataDir);
  const server = serve({ fetch: createSmsApp(box, apiKey).fetch, port, hostname: host });
  await new Promise<void>((listening, failed) => {
    server.once('listening', listening);
    server.once('error', failed);
  });
  const baseUrl = `http://${host}:${port}`;
  return {
    apiUrl: smsApiUrl(baseUrl, apiKey),
    inboxUrl: baseUrl + SMS_PATH,
    messagesTo: (number) => box.list(number),
    stop: () =>
      new Promise((closed) => {
        server.close(() => closed());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
