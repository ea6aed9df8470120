import type { SMTPServerDataStream } from 'smtp-server';
import { SMTPServer } from 'smtp-server';
import type { Mailbox } from './mailbox.ts';

const MAX_MAIL_BYTES = 2 * 1024 * 1024;
const MAX_CLIENTS = 50;

/**
 * Takes mails for everybody. The answer 250 means that the mail is on disk.
 * @returns how to stop it
 */
export async function startSmtpServer(options: {
  port: number;
  host: string;
  mailbox: Mailbox;
}): Promise<() => Promise<void>> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: MAX_MAIL_BYTES,
    maxClients: MAX_CLIENTS,
    logger: false,
    onData: (stream, session, callback) => {
      readAll(stream)
        .then(async (raw) => {
          if (stream.sizeExceeded)
            throw Object.assign(new Error('The mail is too large.'), { responseCode: 552 });
          await options.mailbox.keep(
            raw,
            session.envelope.rcptTo.map(({ address }) => address.toLowerCase()),
          );
        })
        .then(
          () => callback(),
          (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
        );
    },
  });
  server.on('error', (error: Error) => console.error('SMTP:', error.message));
  await new Promise<void>((listening, failed) => {
    server.server.once('error', failed);
    server.listen(options.port, options.host, listening);
  });
  return () => new Promise((closed) => server.close(() => closed()));
}

/** What comes beyond the limit is read and dropped: the sender hears of it at the end. */
async function readAll(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length <= MAX_MAIL_BYTES) chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
