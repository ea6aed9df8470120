import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { HttpBindings } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { answerHeaders, isSecureOrigin } from '@plaza/edge/answer-headers';
import { remoteAddressOf } from '@plaza/edge/remote-address';
import { type Context, Hono } from 'hono';
import type { Logger } from 'pino';
import { VERSION_TAG_PATH } from '../document/boot.ts';
import { OVERRIDE_PARAMETER } from '../releases/override-parameter.ts';
import type { PageRoute } from '../routes.ts';
import type { RenderOutput } from '../workers/render-protocol.ts';
import { emptyDocument } from './empty-document.ts';
import { failedDocument } from './failed-document.ts';
import { checkHealth, type HealthTarget } from './health.ts';
import { robotsText } from './robots.ts';
import { limitReport, takeViolations, VIOLATIONS_PATH } from './violation-reports.ts';
import type { Visit, VisitRequest, Visits } from './visits.ts';

const IMMUTABLE = 'public, max-age=31536000, immutable';
const ROBOTS_KEPT = 'public, max-age=3600';
const ICON_KEPT = 'public, max-age=86400';
const RETRY_AFTER_SECONDS = '10';
const MAX_URL_LENGTH = 4_000;
const NONCE_BYTES = 16;

export interface AppOptions {
  /** The shell's own build, with `assets/` in it. */
  clientDir: string;
  remotesDir: string;
  publicUrl: string;
  healthTargets: readonly HealthTarget[];
  /** Whether the first load of all remotes is over. */
  isReady: () => boolean;
  trustedProxies: number;
  visits: Pick<Visits, 'begin' | 'everybodys' | 'override' | 'versionTag'>;
  render: (
    visit: Visit,
    input: {
      href: string;
      route: PageRoute | null;
      cookie: string | undefined;
      nonce: string | undefined;
      acceptEncoding: string | undefined;
    },
  ) => Promise<RenderOutput>;
  /** How the remotes are doing, and which parts of them are left to the browser. */
  describeRemotes: () => { remotes: unknown; withheld: readonly string[] };
  log: Logger;
}

/** What the shell answers by itself: pages, its own files, those of remotes, and its health. */
export function createApp(options: AppOptions): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => answerHealth(c, options));
  app.get('/robots.txt', (c) =>
    c.text(robotsText(options.publicUrl, options.visits.everybodys.routing.routes), 200, {
      'cache-control': ROBOTS_KEPT,
    }),
  );
  app.get(VERSION_TAG_PATH, (c) => answerVersionTag(c, options));
  app.post(VIOLATIONS_PATH, limitReport, takeViolations(options.log));
  serveFiles(app, options);
  app.on(['GET', 'HEAD'], '*', (c) => answerPage(c, options));
  app.all('*', (c) =>
    c.json({ error: { code: 'METHOD_NOT_ALLOWED', message: 'Pages can only be read.' } }, 405),
  );
  app.onError((error, c) => {
    options.log.error({ err: error, url: c.req.url }, 'a request failed');
    const headers = answerHeaders('document', isSecureOrigin(options.publicUrl));
    return c.html(failedDocument.html, 500, { ...headers, ...failedDocument.headers });
  });
  return app;
}

/** Files whose address names their content: they never change, and are compressed already. */
function serveFiles(app: Hono, { clientDir, remotesDir, publicUrl }: AppOptions): void {
  const headers = Object.entries(answerHeaders('file', isSecureOrigin(publicUrl)));
  const keep = (_path: string, c: Context) => {
    for (const [name, value] of headers) c.header(name, value);
    c.header('cache-control', IMMUTABLE);
  };
  const missing = (c: Context) => c.text('Not found', 404, { 'cache-control': 'no-store' });
  app.get(
    '/assets/*',
    serveStatic({ root: resolve(clientDir), precompressed: true, onFound: keep }),
    missing,
  );
  // What the server runs is nobody else's concern.
  app.get('/remotes/:remote/:version/server/*', missing);
  app.get(
    '/remotes/*',
    serveStatic({
      root: resolve(remotesDir),
      rewriteRequestPath: (path) => path.replace(/^\/remotes/, ''),
      precompressed: true,
      onFound: keep,
    }),
    missing,
  );
  const keepNot = (_path: string, c: Context) => c.header('cache-control', 'no-store');
  app.get(
    '/contract.json',
    serveStatic({ path: resolve(clientDir, 'contract.json'), onFound: keepNot }),
    missing,
  );
  const keepIcon = (_path: string, c: Context) => c.header('cache-control', ICON_KEPT);
  app.get('/favicon.svg', serveStatic({ path: resolve(clientDir, 'favicon.svg'), onFound: keepIcon }));
  app.get('/favicon.ico', (c) => {
    c.header('cache-control', ICON_KEPT);
    return c.redirect('/favicon.svg', 301);
  });
}

async function answerHealth(c: Context, options: AppOptions): Promise<Response> {
  const { isReady, healthTargets, describeRemotes } = options;
  const health = await checkHealth(healthTargets);
  const isWell = health.status === 'ok' && isReady();
  const shell = { status: isReady() ? 'ok' : 'starting', ...describeRemotes() };
  const parts = { shell, ...health.parts };
  return c.json({ status: isWell ? 'ok' : 'unavailable', parts }, isWell ? 200 : 503, {
    'cache-control': 'no-store',
  });
}

async function answerPage(c: Context, options: AppOptions): Promise<Response> {
  const { pathname, search, searchParams } = new URL(c.req.url);
  const href = pathname + search;
  if (href.length > MAX_URL_LENGTH) return c.text('This address is too long.', 414);
  if (pathname !== '/' && pathname.endsWith('/')) {
    // One address a page. The leading slash is ours: `//elsewhere.test/` must not become another origin.
    return c.redirect(`/${pathname.replace(/^\/+|\/+$/g, '')}${search}`, 308);
  }
  const override = searchParams.get(OVERRIDE_PARAMETER);
  if (override !== null) return answerOverride(c, options, override);
  const visit = await options.visits.begin(requestOf(c, options));
  const { headers, routing } = visit.combination;
  const route = routing.match(pathname);
  const isPublic = route?.access === 'public';
  // A document that others keep has no nonce: one that is known to all would be none.
  const nonce = isPublic ? undefined : randomBytes(NONCE_BYTES).toString('base64');
  const page = visit.hasLocalBuild
    ? emptyDocument(visit, nonce)
    : await options.render(visit, {
        href,
        route,
        cookie: c.req.header('cookie'),
        nonce,
        acceptEncoding: c.req.header('accept-encoding'),
      });
  for (const cookie of visit.setCookies) c.header('set-cookie', cookie, { append: true });
  if (page.kind === 'redirect') return c.redirect(page.href, 302);

  const isKept = isPublic && visit.isShared && page.status === 200 && page.isWhole;
  return c.body(page.body, page.status, {
    ...(nonce === undefined ? headers.forEverybody : headers.forOne(nonce)),
    'content-type': 'text/html; charset=utf-8',
    'cache-control': isKept
      ? `public, max-age=0, s-maxage=${route.sharedMaxAgeSeconds ?? 0}, stale-while-revalidate=60`
      : 'private, no-store',
    ...(page.encoding && { 'content-encoding': page.encoding }),
    ...(page.status === 503 && { 'retry-after': RETRY_AFTER_SECONDS }),
    vary: 'accept-encoding',
  });
}

/** Takes a wish for a release out of the address, and grants it to those who may have it. */
async function answerOverride(c: Context, { visits }: AppOptions, wish: string): Promise<Response> {
  const cookie = await visits.override(wish, c.req.header('cookie'));
  if (cookie) c.header('set-cookie', cookie);
  c.header('cache-control', 'no-store');
  const url = new URL(c.req.url);
  url.searchParams.delete(OVERRIDE_PARAMETER);
  return c.redirect(`/${url.pathname.replace(/^\/+/, '')}${url.search}`, 302);
}

/** A few bytes, for pages that are open: whether there is something newer for them. */
async function answerVersionTag(c: Context, options: AppOptions): Promise<Response> {
  const tag = await options.visits.versionTag(requestOf(c, options));
  return c.text(tag, 200, { 'cache-control': 'no-store' });
}

const requestOf = (c: Context, { trustedProxies }: AppOptions): VisitRequest => ({
  cookie: c.req.header('cookie'),
  address: () => remoteAddressOf(c.req.header('x-forwarded-for'), socketAddressOf(c.env), trustedProxies),
});

/** What the Node adapter tells of a connection; nothing in tests, which have none. */
const socketAddressOf = (bindings: Partial<HttpBindings> | undefined): string | undefined =>
  bindings?.incoming?.socket.remoteAddress;
