import type { HttpBindings } from '@hono/node-server';
import { API_SCOPE_NAMES, idSchema } from '@plaza/contracts';
import { networkOf, remoteAddressOf } from '@plaza/edge/remote-address';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { limitBody, limitTime } from '../../platform/guards.ts';
import type { LimitRule } from '../../platform/rate-limits.ts';
import type { Services } from '../../platform/services.ts';
import { issuerOf } from './access-token.ts';
import { refreshAccess } from './refresh-access.ts';
import { revokeAccess } from './revoke-access.ts';
import { readSigningKeys } from './signing-keys.ts';

type OauthContext = Context<{ Bindings: HttpBindings }>;

const MAX_BODY_BYTES = 16 * 1024;
const TIMEOUT_MS = 20_000;
const FROM_ADDRESS: LimitRule = { name: 'oauth-address', points: 600, durationS: 600 };
const NOT_KEPT = { 'cache-control': 'no-store', pragma: 'no-cache' };
/** A new key is published a day before it signs, so minutes are soon enough. */
const KEPT = { 'cache-control': 'public, max-age=300, stale-while-revalidate=300' };

const token = z.string().min(1).max(4_096);
const tokenForm = z.object({
  grant_type: z.literal('refresh_token'),
  refresh_token: token,
  client_id: idSchema,
  scope: z.string().max(1_000).optional(),
});
const revokeForm = z.object({ token });

/**
 * What API clients talk to: `POST /token` (RFC 6749, section 6) and `POST /revoke` (RFC 7009). Clients are public: a
 * refresh token is all the proof there is, works once, and is answered anew each time.
 */
export function serveOauth(services: Services): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(limitTime(TIMEOUT_MS), limitBody(MAX_BODY_BYTES));
  app.use(async (c, next) => {
    const address = remoteAddressOf(
      c.req.header('x-forwarded-for'),
      c.env.incoming.socket.remoteAddress,
      services.env.TRUSTED_PROXIES,
    );
    const limit = await services.rateLimits.consume(FROM_ADDRESS, networkOf(address));
    return limit.allowed ? next() : tooMany(c, limit.retryAfterMs);
  });
  app.post('/token', async (c) => {
    const form = await readForm(c);
    if (!form) return refuse(c, 'invalid_request', NO_FORM);
    if (form.grant_type !== undefined && form.grant_type !== 'refresh_token')
      return refuse(c, 'unsupported_grant_type', 'The only grant is refresh_token.');
    const input = tokenForm.safeParse(form);
    if (!input.success) return refuse(c, 'invalid_request', missing(input.error));
    const { refresh_token: refreshToken, client_id: clientId, scope } = input.data;
    const scopes = scope === undefined ? null : scope.split(' ').filter((name) => name !== '');
    const result = await refreshAccess(services, { refreshToken, clientId, scopes });
    if (!result.ok)
      return result.code === 'too_many'
        ? tooMany(c, result.retryAfterMs)
        : refuse(c, result.code, REASONS[result.code]);
    const answer = {
      access_token: result.accessToken,
      token_type: 'Bearer',
      expires_in: result.expiresInS,
      refresh_token: result.refreshToken,
      scope: result.scopes.join(' '),
    };
    return c.json(answer, 200, NOT_KEPT);
  });
  app.post('/revoke', async (c) => {
    const form = await readForm(c);
    if (!form) return refuse(c, 'invalid_request', NO_FORM);
    const input = revokeForm.safeParse(form);
    if (!input.success) return refuse(c, 'invalid_request', missing(input.error));
    // Three parts are an access token, which ends by itself within minutes, or with its client.
    if (input.data.token.split('.').length === 3)
      return refuse(c, 'unsupported_token_type', 'Revoke the refresh token: it ends the access tokens too.');
    await revokeAccess(services, input.data.token);
    return c.body(null, 200, NOT_KEPT);
  });
  return app;
}

/** `/jwks.json` (RFC 7517) and what there is to know of the endpoints (RFC 8414), below `/.well-known`. */
export function serveWellKnown(services: Services): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const issuer = issuerOf(services);
  app.get('/jwks.json', async (c) => {
    const { keys } = await readSigningKeys(services);
    return c.json({ keys: keys.map(({ publicJwk }) => publicJwk) }, 200, KEPT);
  });
  app.get('/oauth-authorization-server', (c) =>
    c.json(
      {
        issuer,
        token_endpoint: `${issuer}/api/oauth/token`,
        revocation_endpoint: `${issuer}/api/oauth/revoke`,
        jwks_uri: `${issuer}/.well-known/jwks.json`,
        grant_types_supported: ['refresh_token'],
        response_types_supported: [],
        token_endpoint_auth_methods_supported: ['none'],
        revocation_endpoint_auth_methods_supported: ['none'],
        scopes_supported: API_SCOPE_NAMES,
      },
      200,
      KEPT,
    ),
  );
  return app;
}

const NO_FORM = 'Send application/x-www-form-urlencoded, each parameter once.';
const REASONS = {
  invalid_grant: 'This refresh token does not work, or not any more.',
  invalid_scope: 'The client does not have all of these scopes.',
};

type OauthError =
  | keyof typeof REASONS
  | 'invalid_request'
  | 'unsupported_grant_type'
  | 'unsupported_token_type';

const refuse = (c: OauthContext, error: OauthError, description: string) =>
  c.json({ error, error_description: description }, 400, NOT_KEPT);

const tooMany = (c: OauthContext, retryAfterMs: number) =>
  c.json({ error: 'temporarily_unavailable', error_description: 'Too many requests. Wait a moment.' }, 429, {
    ...NOT_KEPT,
    'retry-after': String(Math.ceil(retryAfterMs / 1_000)),
  });

const missing = (error: z.ZodError) =>
  `${error.issues[0]?.path.join('.') ?? 'A parameter'} is missing or not valid.`;

/** Parameters of the body, or null for a body that is no form or has one twice (RFC 6749, section 3.2). */
async function readForm(c: OauthContext): Promise<Record<string, string> | null> {
  if (!c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')) return null;
  const pairs = [...new URLSearchParams(await c.req.text())];
  const form = Object.fromEntries(pairs.filter(([, value]) => value !== ''));
  return new Set(pairs.map(([name]) => name)).size === pairs.length ? form : null;
}
