import { serve } from '@hono/node-server';
import { createInbox, INBOX_PATH } from './inbox-routes.ts';
import { type KeptMail, Mailbox } from './mailbox.ts';
import { startSmtpServer } from './smtp-server.ts';

export interface MailStandInOptions {
  /** Of the inbox page. */
  port: number;
  smtpPort: number;
  host: string;
  dataDir: string;
}

export interface RunningMailStandIn {
  smtpUrl: string;
  inboxUrl: string;
  /** Newest first. */
  mailsTo(address: string): KeptMail[];
  /** Takes no more; everything accepted is already on disk. */
  stop(): Promise<void>;
}

/** Starts a mail server that keeps every mail instead of delivering it, and a page to read them. */
export async function startMailStandIn(options: MailStandInOptions): Promise<RunningMailStandIn> {
  const { port, smtpPort, host, dataDir } = options;
  const mailbox = await Mailbox.open(dataDir);
  const closeSmtp = await startSmtpServer({ port: smtpPort, host, mailbox });
  const server = serve({ fetch: createInbox(mailbox).fetch, port, hostname: host });
  await new Promise<void>((listening, failed) => {
    server.once('listening', listening);
    server.once('error', failed);
  });
  return {
    smtpUrl: `smtp://${host}:${smtpPort}`,
    inboxUrl: `http://${host}:${port}${INBOX_PATH}`,
    mailsTo: (address) => mailbox.list(address, Number.POSITIVE_INFINITY),
    stop: async () => {
      await closeSmtp();
      await new Promise((closed) => {
        server.close(closed);
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
    },
  };
}
