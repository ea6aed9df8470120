import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { authorizeRoutes } from './authorize-routes.ts';
import { facebook } from './facebook.ts';
import { github } from './github.ts';
import { google } from './google.ts';
import { Grants } from './grants.ts';
import type { Dialect, Fault, Provider, ProviderId } from './provider.ts';

export type { Fault, ProviderId } from './provider.ts';

/** Path below which the providers live. */
export const PROVIDERS_PATH = '/providers';
const MAX_BODY_BYTES = 64 * 1024;
const NAMES: Record<ProviderId, string> = { google: 'Google', github: 'GitHub', facebook: 'Facebook' };
const IDS: readonly ProviderId[] = ['google', 'github', 'facebook'];

export interface OAuthStandInOptions {
  port: number;
  host: string;
  /** The origin under which browsers see it: its own, or a shop that passes `/providers` on. */
  publicOrigin: string;
  /** The origin of the shop, whose redirect URIs are registered. */
  shopOrigin: string;
}

export interface RunningOAuthStandIn {
  /** For the shop's `SOCIAL_PROVIDERS`. */
  settings: string;
  /** What a provider shall get wrong from now on. */
  faultsOf(id: ProviderId): Set<Fault>;
  stop(): Promise<void>;
}

/** How the shop has to be configured for the stand-ins below this origin; a JSON text. */
export function providerSettings(publicOrigin: string): string {
  const base = publicOrigin + PROVIDERS_PATH;
  return JSON.stringify([
    { id: 'google', kind: 'google', ...clientOf('google'), issuer: `${base}/google` },
    {
      id: 'github',
      kind: 'github',
      ...clientOf('github'),
      issuer: `${base}/github/login/oauth`,
      apiUrl: `${base}/github/api`,
    },
    {
      id: 'facebook',
      kind: 'facebook',
      ...clientOf('facebook'),
      issuer: `${base}/facebook`,
      apiUrl: `${base}/facebook`,
    },
  ]);
}

const clientOf = (id: ProviderId) => ({
  clientId: `plaza-${id}`,
  clientSecret: `local-secret-of-${id}`,
  allowHttp: true,
});

/** Starts stand-ins of Google, GitHub and Facebook: the protocols of the real ones, without their people. */
export async function startOAuthStandIn(options: OAuthStandInOptions): Promise<RunningOAuthStandIn> {
  const { port, host, publicOrigin, shopOrigin } = options;
  const app = new Hono();
  app.use(bodyLimit({ maxSize: MAX_BODY_BYTES }));
  app.get('/healthz', (c) => c.json({ status: 'ok', parts: {} }));
  const faults = new Map<ProviderId, Set<Fault>>();
  for (const id of IDS) {
    const { clientId, clientSecret } = clientOf(id);
    const provider: Provider = {
      id,
      name: NAMES[id],
      baseUrl: `${publicOrigin}${PROVIDERS_PATH}/${id}`,
      client: {
        id: clientId,
        secret: clientSecret,
        redirectUri: `${shopOrigin}/api/social/${id}/callback`,
      },
      grants: new Grants(),
      faults: new Set(),
    };
    faults.set(id, provider.faults);
    const dialect = await dialectOf(provider);
    const routes = authorizeRoutes(provider, dialect);
    dialect.addEndpoints(routes);
    app.route(`${PROVIDERS_PATH}/${id}`, routes);
  }
  const server = serve({ fetch: app.fetch, port, hostname: host });
  await new Promise<void>((listening, failed) => {
    server.once('listening', listening);
    server.once('error', failed);
  });
  return {
    settings: providerSettings(publicOrigin),
    faultsOf: (id) => faults.get(id) ?? new Set(),
    stop: () =>
      new Promise((closed) => {
        server.close(() => closed());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

function dialectOf(provider: Provider): Dialect | Promise<Dialect> {
  if (provider.id === 'google') return google(provider);
  return provider.id === 'github' ? github(provider) : facebook(provider);
}
