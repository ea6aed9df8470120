import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type Letter, toDeadLetter } from '../steps/letter.ts';
import { processEvent } from '../steps/process-event.ts';
import { readSender } from '../steps/read-sender.ts';
import { describeValue } from '../steps/scrub-event.ts';
import { scrubText } from '../steps/scrub-text.ts';
import { decodeBody } from './decode-body.ts';
import type { LetterSink } from './letter-sink.ts';
import { readEnvelope } from './read-envelope.ts';

/** Largest request as sent, usually compressed. */
export const MAX_BODY_BYTES = 2 * 1024 * 1024;
/** Most events of one request; SDKs that are told 413 halve theirs. */
export const MAX_EVENTS = 1_000;
const RETRY_AFTER_SECONDS = 3;
/** Bodies that show no key are kept for inspection, but must not be able to fill the disk. */
const MAX_UNREADABLE_PER_MINUTE = 600;

/** Where the SDKs send events: posthog-js, posthog-node, and both of former years. */
const PATHS = ['/e', '/batch', '/i/v0/e', '/capture', '/track'].flatMap((path) => [path, `${path}/`]);

export interface CaptureOptions {
  sink: LetterSink;
  captureKey: string;
  now: () => number;
}

/**
 * Capture as PostHog's SDKs speak it. 200 means that the events survive any crash. posthog-js tries again after 5xx and
 * after no answer, posthog-node after 408, 429 and 5xx; anything else that is not 200 would lose the events, so 4xx is
 * answered only where another attempt could not succeed either.
 */
export function captureRoutes(options: CaptureOptions): Hono {
  const app = new Hono();
  // Anyone may write events from anywhere, nobody can read any: no credentials are involved.
  app.use('*', cors({ origin: '*', allowMethods: ['POST', 'GET', 'OPTIONS'], maxAge: 86_400 }));
  const limit = bodyLimit({
    maxSize: MAX_BODY_BYTES,
    onError: (c) => {
      // The rest of the body stays unread, so the connection cannot serve another request.
      c.header('Connection', 'close');
      return refuse(c, 413, `A request may have ${MAX_BODY_BYTES} bytes. Send fewer events at once.`);
    },
  });
  const unreadable = new Budget(MAX_UNREADABLE_PER_MINUTE);
  for (const path of PATHS) app.post(path, limit, (c) => capture(c, options, unreadable));
  return app;
}

async function capture(c: Context, options: CaptureOptions, unreadable: Budget): Promise<Response> {
  const { sink, captureKey, now } = options;
  const receivedAtMs = now();
  const decoded = decodeBody(new Uint8Array(await c.req.arrayBuffer()));
  if (!decoded.ok && decoded.code === 'too_large') {
    return refuse(c, 413, 'The request unpacks to too much. Send fewer events at once.');
  }
  const envelope = decoded.ok
    ? readEnvelope(decoded.value, { sentAt: c.req.query('sent_at'), underscore: c.req.query('_') })
    : null;
  if (envelope === null) {
    const detail = decoded.ok ? 'There is no event in it.' : decoded.detail;
    const payload = decoded.ok ? describeValue(decoded.value) : scrubText(decoded.text);
    const letter = toDeadLetter({
      source: 'capture',
      reason: 'body_unreadable',
      detail,
      payload,
      receivedAtMs,
    });
    const isKept = unreadable.take(receivedAtMs);
    if (isKept && (await sink.store([letter])) !== 'stored') return later(c);
    return refuse(c, 400, `The body cannot be read. ${detail}`);
  }
  if (envelope.apiKey !== captureKey) return refuse(c, 401, 'The api_key is missing or unknown.');
  if (envelope.events.length > MAX_EVENTS) return refuse(c, 413, `A request may have ${MAX_EVENTS} events.`);
  const context = {
    receivedAtMs,
    sentAtMs: envelope.sentAtMs,
    sender: readSender(c.req.header('user-agent') ?? '', ''),
  };
  const letters: Letter[] = [];
  for (const raw of envelope.events) {
    const letter = processEvent(raw, context);
    if (letter !== null) letters.push(letter);
  }
  if (letters.length > 0 && (await sink.store(letters)) !== 'stored') return later(c);
  return c.json({ status: 'Ok' });
}

/** So many a minute. */
class Budget {
  readonly #perMinute: number;
  #minute = 0;
  #used = 0;

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  take(nowMs: number): boolean {
    const minute = Math.floor(nowMs / 60_000);
    if (minute !== this.#minute) this.#used = 0;
    this.#minute = minute;
    this.#used += 1;
    return this.#used <= this.#perMinute;
  }
}

function refuse(c: Context, status: ContentfulStatusCode, message: string): Response {
  return c.json({ status: 'error', message: message.slice(0, 300) }, status);
}

function later(c: Context): Response {
  c.header('Retry-After', String(RETRY_AFTER_SECONDS));
  return refuse(c, 503, 'The events are not stored yet. Send them again.');
}
