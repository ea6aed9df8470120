import { newId } from '@plaza/contracts';
import { type Context, Hono } from 'hono';
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

const ONE_HOUR = 'public, max-age=3600';

const NO_SURVEYS = '(window.__PosthogExtensions__ ||= {}).generateSurveys = () => undefined;';

/** What SDKs ask for besides sending events, in the shape of an answer that has nothing to offer. */
const NOTHING: Record<string, object> = {
  '/api/surveys': { surveys: [], survey_config: null },
  '/api/early_access_features': { earlyAccessFeatures: [] },
  '/api/web_experiments': { experiments: [] },
  '/api/product_tours': { product_tours: [] },
  // Flags to be worked out by the SDK itself, by their two addresses.
  '/api/feature_flag/local_evaluation': { flags: [], group_type_mapping: {}, cohorts: {} },
  '/flags/definitions': { flags: [], group_type_mapping: {}, cohorts: {} },
};

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
  for (const [path, nothing] of Object.entries(NOTHING)) {
    for (const form of [path, `${path}/`]) {
      app.get(form, (c) => c.json(nothing, 200, { 'Cache-Control': ONE_HOUR }));
    }
  }
  app.on(['POST', 'GET'], ['/flags', '/flags/', '/decide', '/decide/'], (c) => c.json(flagsFor(c)));
  // Parts of posthog-js that it loads when a feature is on; the one for surveys it loads in any case.
  app.get('/static/*', (c) => {
    const isSurveys = c.req.path.endsWith('/surveys.js');
    return c.body(isSurveys ? NO_SURVEYS : '/* This feature is switched off. */', isSurveys ? 200 : 404, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': ONE_HOUR,
    });
  });
  return app;
}

/** No flags, in the shape of the version that is asked for: `/decide` has had four, `/flags` has two. */
function flagsFor(c: Context): object {
  const version = Number(c.req.query('v') ?? 1);
  const isDecide = c.req.path.includes('/decide');
  const answer = { errorsWhileComputingFlags: false, quotaLimited: [], requestId: newId() };
  const config = isDecide || c.req.query('config') === 'true' ? CONFIG : {};
  if (isDecide && version < 2) return { ...answer, ...config, featureFlags: [] };
  if (isDecide ? version >= 4 : version >= 2) return { ...answer, ...config, flags: {} };
  return { ...answer, ...config, featureFlags: {}, featureFlagPayloads: {} };
}
