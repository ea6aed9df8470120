import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { STOP_REPORT_PATH, serveStopReport } from './analytics/public.ts';
import { API_PATH, createApi } from './api.http.ts';
import { serveMedia } from './catalog/media.http.ts';
import { serveSitemap } from './catalog/sitemap.http.ts';
import { takePicture } from './catalog/upload-picture.http.ts';
import { serveOauth, serveWellKnown } from './identity/access-tokens/public.ts';
import { serveSocialLogin } from './identity/social/public.ts';
import { serveReceipts } from './order/receipt/receipt.http.ts';
import { stripeWebhook } from './payment/stripe-webhook.http.ts';
import { limitBody, limitChanges, limitTime, refuseForeignOrigins } from './platform/guards.ts';
import { readHealth } from './platform/health.ts';
import { answerError, errorAnswer } from './platform/http-errors.ts';
import type { Services } from './platform/services.ts';
import { EXPORTS_PATH, serveExports, takeAvatar } from './profile/public.ts';
import { serveInternalReleases, serveReleases } from './release/public.ts';
import { appRouter } from './router.ts';

const MAX_BODY_BYTES = 1024 * 1024;
const TIMEOUT_MS = 20_000;

/** Everything that the process answers over HTTP. */
export function createApp(services: Services): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const publicOrigin = new URL(services.env.PUBLIC_URL).origin;
  const limitRate = limitChanges(services);

  const api = createApi(services);
  // Reading comes first and bare: it is the hot path, and what it does is bounded by the database's own limits.
  app.get(`${API_PATH}/:path`, (c) => api(c));
  app.all(
    `${API_PATH}/:path`,
    limitTime(TIMEOUT_MS),
    refuseForeignOrigins(publicOrigin),
    limitRate,
    limitBody(MAX_BODY_BYTES),
    (c) => api(c),
  );

  app.get('/media/:key', serveMedia(services));
  app.post('/api/uploads/pictures', refuseForeignOrigins(publicOrigin), limitRate, takePicture(services));
  app.post('/api/uploads/avatar', refuseForeignOrigins(publicOrigin), limitRate, takeAvatar(services));
  app.route(EXPORTS_PATH, serveExports(services));
  app.route('/api/oauth', serveOauth(services));
  app.route('/.well-known', serveWellKnown(services));
  app.use('/api/social/*', limitTime(TIMEOUT_MS));
  app.route('/api/social', serveSocialLogin(services));
  app.route('/api/receipts', serveReceipts(services));
  app.use(STOP_REPORT_PATH, limitRate);
  app.route(STOP_REPORT_PATH, serveStopReport(services));
  app.route('/api/webhooks/stripe', stripeWebhook(services));
  app.use('/api/releases/*', limitRate);
  app.route('/api/releases', serveReleases(services, appRouter));
  app.route('/internal/releases', serveInternalReleases(services));
  app.route('/', serveSitemap(services));

  app.get('/healthz', async (c) => {
    const health = await readHealth(services);
    return c.json(health, health.status === 'ok' ? 200 : 503);
  });
  app.notFound(() => errorAnswer(404, 'There is nothing at this address.'));
  app.onError(answerError(services.log));
  return app;
}
