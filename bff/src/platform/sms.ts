import { LRUCache } from 'lru-cache';
import { z } from 'zod';

const TIMEOUT_MS = 10_000;
const KEPT_KEYS = 10_000;
const KEPT_MS = 15 * 60_000;
const MAX_REASON_LENGTH = 500;

/** Numbers as the world writes them: `+4366012345678`. */
const phoneNumberSchema = z.string().regex(/^\+[1-9]\d{6,14}$/);

interface OutgoingSms {
  /** With a plus and the country's code. */
  to: string;
  text: string;
  /** What it is about and for whom, without anything personal. The same key is the same message: it leaves once. */
  key: string;
}

type SendSmsResult =
  | { ok: true }
  /** `refused`: this message will never be taken. `unavailable`: another attempt with the same key may succeed. */
  | { ok: false; code: 'refused' | 'unavailable'; message: string };

/** Hands text messages over to whoever delivers them. */
export interface SmsSender {
  send(sms: OutgoingSms): Promise<SendSmsResult>;
}

export interface SmsAccess {
  /** Where messages are posted, such as `https://api.twilio.com/2010-04-01/Accounts/AC…/Messages.json`. */
  apiUrl: string;
  /** `<account or key id>:<secret>`. */
  apiKey: string;
  /** Number or name that recipients see. */
  from: string;
}

const problemSchema = z.object({ message: z.string() });
/** Statuses that say that this very message is wrong; a wrong key or a spent quota can be mended. */
const FINAL_STATUSES = new Set([400, 422]);

/**
 * Sends by an HTTP API of Twilio's form. A key that was sent, or is on its way, is not sent again by this process; for
 * an attempt whose answer was lost the key goes along, for providers that know a repeated message by it.
 */
export function createSmsSender(access: SmsAccess, timeoutMs = TIMEOUT_MS): SmsSender {
  const sent = new LRUCache<string, Promise<SendSmsResult>>({ max: KEPT_KEYS, ttl: KEPT_MS });
  return {
    send: (sms) => {
      const known = sent.get(sms.key);
      if (known) return known;
      const result = post(access, sms, timeoutMs);
      sent.set(sms.key, result);
      void result.then(({ ok }) => {
        if (!ok && sent.get(sms.key) === result) sent.delete(sms.key);
      });
      return result;
    },
  };
}

async function post(
  { apiUrl, apiKey, from }: SmsAccess,
  { to, text, key }: OutgoingSms,
  timeoutMs: number,
): Promise<SendSmsResult> {
  if (!phoneNumberSchema.safeParse(to).success)
    return { ok: false, code: 'refused', message: 'The number is not written as +<country><number>.' };
  try {
    const response = await fetch(apiUrl, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(apiKey).toString('base64')}`,
        'idempotency-key': key,
      },
      body: new URLSearchParams({ To: to, From: from, Body: text }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const body = await response.text();
    if (response.ok) return { ok: true };
    const code = FINAL_STATUSES.has(response.status) ? 'refused' : 'unavailable';
    return { ok: false, code, message: `${response.status} ${readReason(body)}` };
  } catch (error) {
    return { ok: false, code: 'unavailable', message: String(error) };
  }
}

function readReason(body: string): string {
  try {
    return problemSchema.parse(JSON.parse(body)).message.slice(0, MAX_REASON_LENGTH);
  } catch {
    return body.slice(0, MAX_REASON_LENGTH);
  }
}
