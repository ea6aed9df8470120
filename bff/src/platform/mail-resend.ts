import { z } from 'zod';
import type { Mailer, MailSender } from './mail.ts';
import { mailHeaders } from './mail-headers.ts';

const API_URL = 'https://api.resend.com';
const TIMEOUT_MS = 15_000;
const MAX_REASON_LENGTH = 500;

const problemSchema = z.object({ message: z.string() });

/** Statuses that say that this very mail is wrong; a wrong key or a spent quota can be mended. */
const FINAL_STATUSES = new Set([400, 422]);

/**
 * Sends by Resend's API. The mail's id is the idempotency key, so that a repeated call is not a second mail.
 * @param apiUrl only for tests
 */
export function createResendMailer(options: { apiKey: string; from: MailSender; apiUrl?: string }): Mailer {
  const { apiKey, from, apiUrl = API_URL } = options;
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  return {
    sendMail: async (mail) => {
      const { id, to, subject, html, text } = mail;
      try {
        const response = await fetch(`${apiUrl}/emails`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${apiKey}`,
            'content-type': 'application/json',
            'idempotency-key': id,
          },
          body: JSON.stringify({
            from: `${JSON.stringify(from.name)} <${from.address}>`,
            to: [to],
            subject,
            html,
            text,
            headers: { 'Message-ID': `<${id}@${domain}>`, ...mailHeaders(mail) },
          }),
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        const body = await response.text();
        if (response.ok) return { ok: true };
        const code = FINAL_STATUSES.has(response.status) ? 'refused' : 'unavailable';
        return { ok: false, code, message: `${response.status} ${readReason(body)}` };
      } catch (error) {
        return { ok: false, code: 'unavailable', message: String(error) };
      }
    },
    close: () => undefined,
  };
}

function readReason(body: string): string {
  try {
    return problemSchema.parse(JSON.parse(body)).message;
  } catch {
    return body.slice(0, MAX_REASON_LENGTH);
  }
}
