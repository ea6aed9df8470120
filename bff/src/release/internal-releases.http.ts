import { adoptAnswer, adoptBody, overrideAnswer, overrideBody } from '@plaza/contracts/manifest';
import { Hono } from 'hono';
import { limitBody } from '../platform/guards.ts';
import { requireInternalToken } from '../platform/internal-token.ts';
import { readBody } from '../platform/read-body.ts';
import type { Services } from '../platform/services.ts';
import { adoptReleases } from './adopt-releases.ts';
import { allowOverride } from './allow-override.ts';
import { keepRegistry } from './registry-document.ts';

const MAX_BODY_BYTES = 8 * 1024 * 1024;

/** `/internal/releases`: what the shell and the supervisor ask. */
export function serveInternalReleases(services: Services): Hono {
  const app = new Hono();
  app.use(requireInternalToken(services.env.INTERNAL_TOKEN), limitBody(MAX_BODY_BYTES));
  const readRegistry = keepRegistry(services);

  app.get('/registry', async (c) => {
    const { body, etag } = await readRegistry();
    const headers = { etag, 'cache-control': 'no-cache' };
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
    return c.body(body, 200, { ...headers, 'content-type': 'application/json' });
  });
  app.post('/override', async (c) => {
    const input = await readBody(c, overrideBody);
    return c.json(overrideAnswer.parse(await allowOverride(services, input)));
  });
  app.post('/adopt', async (c) => {
    const { manifests } = await readBody(c, adoptBody);
    return c.json(adoptAnswer.parse({ releases: await adoptReleases(services, STARTED, manifests) }));
  });
  return app;
}

const STARTED = { kind: 'program', name: 'Start of the market', tokenId: null } as const;
