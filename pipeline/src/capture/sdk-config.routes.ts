import { Hono } from 'hono';
import { cors } from 'hono/cors';

/** What posthog-js asks for at its start. Plaza captures events and nothing else, so every other feature is off. */
const CONFIG = {
  supportedCompression: ['gzip', 'gzip-js', 'base64'],
  hasFeatureFlags: false,
  autocapture_opt_out: true,
  autocaptureExceptions: false,
  captureDeadClicks: false,
  capturePerformance: false,
  conversations: false,
  defaultIdentifiedOnly: true,
  elementsChainAsString: true,
  errorTracking: { autocaptureExceptions: false, suppressionRules: [] },
  heatmaps: false,
  isAuthenticated: false,
  logs: { captureConsoleLogs: false },
  productTours: false,
  sessionRecording: false,
  siteApps: [],
  surveys: false,
  toolbarParams: {},
} as const;

const FLAGS = {
  flags: {},
  featureFlags: {},
  featureFlagPayloads: {},
  errorsWhileComputingFlags: false,
  quotaLimited: [],
} as const;

const ONE_HOUR = 'public, max-age=3600';

/** Remote configuration and feature flags as PostHog's SDKs ask for them, answered with everything switched off. */
export function sdkConfigRoutes(): Hono {
  const app = new Hono();
  app.use('*', cors({ origin: '*', allowMethods: ['POST', 'GET', 'OPTIONS'], maxAge: 86_400 }));
  app.get('/array/:key/config', (c) => c.json(CONFIG, 200, { 'Cache-Control': ONE_HOUR }));
  app.get('/array/:key/config.js', (c) => {
    const token = JSON.stringify(c.req.param('key').slice(0, 200)).replaceAll('<', '\\u003c');
    const script = `(function(){window._POSTHOG_REMOTE_CONFIG=window._POSTHOG_REMOTE_CONFIG||{};window._POSTHOG_REMOTE_CONFIG[${token}]={config:${JSON.stringify(CONFIG)},siteApps:[]};})();`;
    return c.body(script, 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': ONE_HOUR,
    });
  });
  for (const path of ['/flags', '/flags/']) app.post(path, (c) => c.json({ ...FLAGS, ...CONFIG }));
  for (const path of ['/decide', '/decide/']) app.post(path, (c) => c.json({ ...FLAGS, ...CONFIG }));
  return app;
}
