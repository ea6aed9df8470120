import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { MessageBox } from './message-box.ts';
import { SMS_PATH, smsPage } from './sms-page.ts';

const MAX_BODY_BYTES = 64 * 1024;
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Looks whether a newer message has come, and shows it unless somebody is typing. */
const WATCH_SCRIPT = `
const newest = document.body.dataset.newest;
setInterval(async () => {
  const answer = await fetch('${SMS_PATH}/newest' + location.search).then((response) => response.text(), () => newest);
  if (answer !== newest && document.activeElement?.tagName !== 'INPUT') location.reload();
}, 2000);
`;

const querySchema = z.object({ to: z.string().max(40).catch('') });
const messageSchema = z.object({
  To: z.string().regex(/^\+[1-9]\d{6,14}$/),
  From: z.string().min(1).max(40),
  Body: z.string().min(1).max(1_600),
});
/** Twilio's own numbers for these mistakes. */
const INVALID_NUMBER = 21_211;
const NO_SUCH_ACCOUNT = 20_003;

/** The API at `/2010-04-01/Accounts/<sid>/Messages.json`, the page at `/inbox/sms`, and its JSON for tests. */
export function createSmsApp(box: MessageBox, apiKey: string): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => c.json({ status: 'ok', parts: { messages: box.list('').length } }));
  app.post('/2010-04-01/Accounts/:sid/Messages.json', bodyLimit({ maxSize: MAX_BODY_BYTES }), async (c) => {
    const expected = `Basic ${Buffer.from(apiKey).toString('base64')}`;
    if (c.req.header('authorization') !== expected)
      return c.json({ code: NO_SUCH_ACCOUNT, message: 'Authenticate', status: 401 }, 401);
    const parsed = messageSchema.safeParse(await c.req.parseBody());
    if (!parsed.success)
      return c.json({ code: INVALID_NUMBER, message: 'Invalid parameters', status: 400 }, 400);
    const { To: to, From: from, Body: text } = parsed.data;
    const idempotencyKey = c.req.header('idempotency-key') ?? null;
    const kept = await box.keep({ from, to, text, idempotencyKey });
    return c.json({ sid: kept.id, status: 'queued', to, from, body: text }, 201);
  });

  const inbox = new Hono();
  inbox.use(async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
  });
  const shown = (query: Record<string, string>) => {
    const { to } = querySchema.parse(query);
    return { to, shown: box.list(to), all: box.list('').length };
  };
  inbox.get('/api/messages', (c) => c.json({ messages: shown(c.req.query()).shown }));
  inbox.get('/newest', (c) => c.text(shown(c.req.query()).shown[0]?.id ?? ''));
  inbox.get('/watch.js', (c) => c.body(WATCH_SCRIPT, 200, { 'content-type': 'text/javascript' }));
  inbox.post('/clear', async (c) => {
    await box.clear();
    return c.redirect(SMS_PATH, 303);
  });
  inbox.get('/', (c) => {
    c.header('content-security-policy', PAGE_POLICY);
    return c.html(smsPage(shown(c.req.query())));
  });
  app.route(SMS_PATH, inbox);
  return app;
}
