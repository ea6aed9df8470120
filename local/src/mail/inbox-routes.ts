import { answerHeaders } from '@plaza/edge/answer-headers';
import { contentHash } from '@plaza/edge/content-hash';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { styles } from './inbox.styles.ts';
import { inboxPage } from './inbox-page.ts';
import type { Mailbox } from './mailbox.ts';

export const INBOX_PATH = '/inbox';
const MAX_LISTED = 200;
const MAX_BODY_BYTES = 1_024;

const searchSchema = z.object({
  to: z.string().max(254).catch(''),
  view: z.enum(['designed', 'plain']).catch('designed'),
});

/** What a mail may do in its frame: look as it likes and open links in new tabs, nothing else. */
const MAIL_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data: https:',
  "base-uri 'self'; form-action 'none'; frame-ancestors 'self'",
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ');
const PAGE_POLICY = [
  `default-src 'none'; style-src ${contentHash(styles)}; script-src 'self'; connect-src 'self'; frame-src 'self'`,
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
].join('; ');

/** Looks whether a newer mail has come, and shows it unless somebody is typing. */
const WATCH_SCRIPT = `
const newest = document.body.dataset.newest;
setInterval(async () => {
  const answer = await fetch('${INBOX_PATH}/newest').then((response) => response.text(), () => newest);
  if (answer !== newest && document.activeElement?.tagName !== 'INPUT') location.reload();
}, 3000);
`;

/** The page at `/inbox`, and `/inbox/api/mails?to=` with the same as JSON for tests. */
export function createInbox(mailbox: Mailbox): Hono {
  const app = new Hono();
  app.get('/healthz', (context) =>
    context.json({ status: 'ok', parts: { mails: mailbox.list('', Number.POSITIVE_INFINITY).length } }),
  );
  const inbox = new Hono();
  inbox.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(answerHeaders('data', false)))
      if (!context.res.headers.has(name)) context.header(name, value);
    context.header('referrer-policy', 'no-referrer');
  });
  inbox.get('/api/mails', (context) => {
    const { to } = searchSchema.parse(context.req.query());
    return context.json({ mails: mailbox.list(to, MAX_LISTED) });
  });
  inbox.get('/newest', (context) => context.text(mailbox.list('', 1)[0]?.id ?? ''));
  inbox.get('/watch.js', (context) => context.body(WATCH_SCRIPT, 200, { 'content-type': 'text/javascript' }));
  inbox.post('/clear', bodyLimit({ maxSize: MAX_BODY_BYTES }), async (context) => {
    await mailbox.clear();
    return context.redirect(INBOX_PATH, 303);
  });
  inbox.get('/mails/:id/content', (context) => {
    const mail = mailbox.get(context.req.param('id'));
    if (!mail) return context.notFound();
    context.header('content-security-policy', MAIL_POLICY);
    context.header('x-frame-options', 'SAMEORIGIN');
    return context.html(`<base target="_blank">${mail.html}`);
  });
  const page = (id: string | undefined, query: Record<string, string>) => {
    const { to, view } = searchSchema.parse(query);
    const mails = mailbox.list(to, MAX_LISTED);
    const newest = mailbox.list('', 1)[0]?.id ?? '';
    return inboxPage({
      mails,
      newest,
      to,
      view,
      open: id === undefined ? undefined : (mailbox.get(id) ?? null),
    });
  };
  inbox.get('/', (context) => {
    context.header('content-security-policy', PAGE_POLICY);
    return context.html(page(undefined, context.req.query()));
  });
  inbox.get('/mails/:id', (context) => {
    context.header('content-security-policy', PAGE_POLICY);
    const id = context.req.param('id');
    return context.html(page(id, context.req.query()), mailbox.get(id) ? 200 : 404);
  });
  app.route(INBOX_PATH, inbox);
  return app;
}
