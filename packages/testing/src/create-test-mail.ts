import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMailStandIn } from '@plaza/local/mail';
import { findFreePort } from '@plaza/local/processes';

export interface TestMail {
  /** For `SMTP_URL`. */
  smtpUrl: string;
  /** Mails that this address has got, newest first. */
  mailsTo(
    address: string,
  ): { messageId: string; subject: string; html: string; text: string; copies: number }[];
  /** Ends the server; mails are not taken from then on. */
  drop(): Promise<void>;
}

/** Starts a mail server that keeps what it gets. */
export async function createTestMail(): Promise<TestMail> {
  const dataDir = mkdtempSync(join(tmpdir(), 'plaza-mail-'));
  const [port, smtpPort] = [await findFreePort(), await findFreePort()];
  const standIn = await startMailStandIn({ port, smtpPort, host: '127.0.0.1', dataDir });
  return {
    smtpUrl: standIn.smtpUrl,
    mailsTo: (address) => standIn.mailsTo(address),
    drop: async () => {
      await standIn.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
