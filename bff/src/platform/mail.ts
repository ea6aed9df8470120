import type { MailEnv } from './env.ts';
import { createResendMailer } from './mail-resend.ts';
import { createSmtpMailer } from './mail-smtp.ts';

/** Name and address of a sender. */
export interface MailSender {
  name: string;
  address: string;
}

/** One mail, ready to leave. */
export interface OutgoingMail {
  /** Stays the same when the mail is sent again: inboxes and providers know a repeated mail by it. */
  id: string;
  /** One plain address, already checked. */
  to: string;
  subject: string;
  html: string;
  text: string;
  /** Ends mails of its kind by a POST (RFC 8058); absent for mails that nobody can do without. */
  unsubscribeHref?: string;
}

export type SendMailResult =
  | { ok: true }
  /** `refused`: this mail will never be taken. `unavailable`: another attempt may succeed. */
  | { ok: false; code: 'refused' | 'unavailable'; message: string };

/** Hands mails over to whoever delivers them. At least once: after a crash a mail may be handed over again. */
export interface Mailer {
  sendMail(mail: OutgoingMail): Promise<SendMailResult>;
  close(): void;
}

/** The one that the environment names. Nothing is connected before the first mail. */
export function createMailer(env: MailEnv): Mailer {
  const from = env.MAIL_FROM;
  if (env.RESEND_API_KEY !== undefined) return createResendMailer({ apiKey: env.RESEND_API_KEY, from });
  if (env.SMTP_URL !== undefined) return createSmtpMailer({ url: env.SMTP_URL, from });
  throw new Error('Sending mail needs SMTP_URL or RESEND_API_KEY.');
}
