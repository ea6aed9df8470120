import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { Mailer, MailSender, SendMailResult } from './mail.ts';
import { mailHeaders } from './mail-headers.ts';

const CONNECT_TIMEOUT_MS = 10_000;
/** The longest silence in the middle of a conversation. */
const SILENCE_TIMEOUT_MS = 15_000;
const MAX_CONNECTIONS = 4;

/**
 * Sends by SMTP over a few kept connections. With a password in the address, a server that does not offer TLS is not
 * talked to.
 * @param url `smtps://user:password@host:465` or `smtp://host:587`
 */
export function createSmtpMailer({ url, from }: { url: string; from: MailSender }): Mailer {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const transport = createTransport({
    pool: true,
    host: hostname,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && username !== '',
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    maxConnections: MAX_CONNECTIONS,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    dnsTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SILENCE_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  return {
    sendMail: async (mail) => {
      const { id, to, subject, html, text } = mail;
      try {
        await transport.sendMail({
          from,
          // As an object it is one address, whatever characters are in it.
          to: { name: '', address: to },
          subject,
          html,
          text,
          messageId: `<${id}@${domain}>`,
          headers: mailHeaders(mail),
        });
        return { ok: true };
      } catch (error) {
        return toRefusal(error);
      }
    },
    close: () => transport.close(),
  };
}

const smtpErrorSchema = z.object({
  code: z.string().optional(),
  responseCode: z.number().optional(),
  message: z.string(),
});

/** A 5xx about the recipient or the mail is final; anything else, such as a wrong password of ours, can be mended. */
function toRefusal(error: unknown): Extract<SendMailResult, { ok: false }> {
  const { code, responseCode, message } = smtpErrorSchema.parse(error);
  const isFinal =
    (code === 'EENVELOPE' || code === 'EMESSAGE') && (responseCode === undefined || responseCode >= 500);
  return { ok: false, code: isFinal ? 'refused' : 'unavailable', message };
}
