import type { Countries } from '@plaza/edge/countries';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { readSender } from '../steps/read-sender.ts';
import { secondsToNextMinute } from './quota.ts';
import { type CaptureEnv, readAddress, readAround, readBytes } from './read-request.ts';
import { createIntake, type IntakeOptions, type Taken } from './take-request.ts';

/** Largest request as sent, usually compressed. */
export const MAX_BODY_BYTES = 2 * 1024 * 1024;
const RETRY_AFTER_SECONDS = 3;

const withSlash = (paths: readonly string[]) => paths.flatMap((path) => [path, `${path}/`]);
/** Where browsers send events, today's and those of former years. */
const BROWSER_PATHS = withSlash(['/e', '/i/v0/e', '/capture', '/track', '/engage']);
/** Where servers and apps do. Their SDKs send again after 429. */
const SERVER_PATHS = withSlash(['/batch']);
/** The second protocol, which answers for each event. */
const SECOND_PROTOCOL = '/i/v1/analytics/events';

export interface CaptureOptions extends IntakeOptions {
  countries: Countries;
  /** How many proxies of ours append to `X-Forwarded-For`. */
  trustedProxies: number;
}

/**
 * Capture as PostHog's SDKs speak it. 200 means that the events survive any crash. posthog-js tries again after 5xx and
 * after no answer, SDKs of servers after 408, 429 and 5xx; anything else that is not 200 would lose the events, so 4xx
 * is answered only where another attempt could not succeed either.
 */
export function captureRoutes(options: CaptureOptions): Hono<CaptureEnv> {
  const app = new Hono<CaptureEnv>();
  // Anyone may write events from anywhere, nobody can read any: no credentials are involved.
  app.use('*', cors({ origin: '*', allowMethods: ['POST', 'GET', 'OPTIONS'], maxAge: 86_400 }));
  const limitStream = bodyLimit({
    maxSize: MAX_BODY_BYTES,
    onError: (c) => {
      // The rest of the body stays unread, so the connection cannot serve another request.
      c.header('Connection', 'close');
      return refuse(c, 413, `A request may have ${MAX_BODY_BYTES} bytes. Send fewer events at once.`);
    },
  });
  const limit: MiddlewareHandler = (c, next) => {
    const length = c.req.header('content-length');
    // Node holds a body to the length that was stated. Counting it makes a web stream of it, which is dear.
    const isStated = length !== undefined && c.req.header('transfer-encoding') === undefined;
    return isStated && Number(length) <= MAX_BODY_BYTES ? next() : limitStream(c, next);
  };
  const intake = createIntake(options);
  const take = async (c: Context<CaptureEnv>): Promise<Taken> => {
    const address = readAddress(c, options.trustedProxies);
    const country = options.countries.find(address) ?? '';
    const sender = readSender(c.req.header('user-agent') ?? '', country);
    return intake({ bytes: await readBytes(c), around: readAround(c), sender, address });
  };
  const answer = (c: Context<CaptureEnv>, taken: Taken): Response => {
    if (!taken.ok) return explain(c, taken, options.now());
    return c.req.query('beacon') === '1' ? c.body(null, 204) : c.json({ status: 'Ok' });
  };

  app.on(['POST', 'GET'], BROWSER_PATHS, limit, async (c) => {
    const taken = await take(c);
    // posthog-js would give the events up after 429; so told, it stops for a minute.
    const isOverQuota = !taken.ok && taken.code === 'over_quota';
    return isOverQuota ? c.json({ status: 'Ok', quota_limited: ['events'] }) : answer(c, taken);
  });
  app.on('POST', SERVER_PATHS, limit, async (c) => answer(c, await take(c)));
  app.post(SECOND_PROTOCOL, limit, async (c) => {
    const taken = await take(c);
    return taken.ok ? c.json({ results: resultsOf(taken.outcomes) }) : explain(c, taken, options.now());
  });
  // Recordings of sessions are switched off: whoever sends some is told to stop.
  app.on('POST', ['/s', '/s/'], limit, (c) => c.json({ status: 'Ok', quota_limited: ['recordings'] }));
  return app;
}

function resultsOf(outcomes: ReadonlyMap<string, 'stored' | 'refused'>): Record<string, object> {
  return Object.fromEntries(
    Array.from(outcomes, ([id, outcome]) => [
      id,
      outcome === 'stored' ? { result: 'ok' } : { result: 'drop', details: 'kept as a dead letter' },
    ]),
  );
}

const STATUSES = {
  unreadable: 400,
  wrong_key: 401,
  too_large: 413,
  over_quota: 429,
  unavailable: 503,
} as const satisfies Record<string, ContentfulStatusCode>;

function explain(c: Context<CaptureEnv>, refused: Extract<Taken, { ok: false }>, nowMs: number): Response {
  const { code, message } = refused;
  if (code === 'over_quota') c.header('Retry-After', String(secondsToNextMinute(nowMs)));
  if (code === 'unavailable') c.header('Retry-After', String(RETRY_AFTER_SECONDS));
  return refuse(c, STATUSES[code], message);
}

function refuse(c: Context, status: ContentfulStatusCode, message: string): Response {
  return c.json({ status: 'error', message: message.slice(0, 300) }, status);
}
