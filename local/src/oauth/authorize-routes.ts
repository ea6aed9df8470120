import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { consentPage, refusalPage } from './consent-page.ts';
import type { AuthorizationRequest } from './grants.ts';
import { messages } from './oauth.messages.ts';
import { demoPeople, toPerson } from './people.ts';
import type { Dialect, Provider } from './provider.ts';

const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

const text = z.string().max(2_000);
const querySchema = z.object({
  client_id: text,
  redirect_uri: text,
  response_type: text.default(''),
  scope: text.default(''),
  state: text.nullable().default(null),
  nonce: text.nullable().default(null),
  code_challenge: text.nullable().default(null),
  code_challenge_method: text.nullable().default(null),
});
const consentSchema = z.object({
  request: z.string().max(100),
  deny: z.string().optional(),
  subject: z.string().max(40).optional(),
  name: z.string().trim().max(80).optional(),
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(254)
    .transform((address) => (address === '' ? null : address))
    .default(null),
  verified: z.string().optional(),
});

/** The page where somebody consents, and where the browser goes from there. */
export function authorizeRoutes(provider: Provider, dialect: Dialect): Hono {
  const app = new Hono();
  const answer = (c: Context, request: AuthorizationRequest, values: Record<string, string>) => {
    const url = new URL(request.redirectUri);
    for (const [name, value] of Object.entries(values)) url.searchParams.set(name, value);
    if (request.state !== null) url.searchParams.set('state', request.state);
    if (dialect.issuer !== null) url.searchParams.set('iss', dialect.issuer);
    return c.redirect(url.href, 303);
  };
  const refuse = (c: Context, reason: string) => c.html(refusalPage(provider.name, reason), 400);

  app.use(async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
    c.header('content-security-policy', PAGE_POLICY);
    c.header('referrer-policy', 'no-referrer');
  });
  app.get(dialect.authorizePath, (c) => {
    const parsed = querySchema.safeParse(c.req.query());
    if (!parsed.success || parsed.data.client_id !== provider.client.id)
      return refuse(c, messages.unknownClient);
    const query = parsed.data;
    // Letter by letter: what is merely alike may be somebody else's.
    if (query.redirect_uri !== provider.client.redirectUri) return refuse(c, messages.wrongRedirect);
    const request: AuthorizationRequest = {
      redirectUri: query.redirect_uri,
      state: query.state,
      nonce: query.nonce,
      codeChallenge: query.code_challenge,
      scopes: query.scope.split(/[\s,]+/).filter((scope) => scope !== ''),
    };
    if (query.response_type !== 'code') return answer(c, request, { error: 'unsupported_response_type' });
    if (query.code_challenge !== null && query.code_challenge_method !== 'S256')
      return answer(c, request, { error: 'invalid_request', error_description: 'Use PKCE with S256.' });
    return c.html(
      consentPage({
        provider: provider.name,
        action: `${new URL(provider.baseUrl).pathname}/consent`,
        requestId: provider.grants.ask(request),
        people: demoPeople(provider.id),
      }),
    );
  });
  app.post('/consent', async (c) => {
    const parsed = consentSchema.safeParse(await c.req.parseBody());
    const request = parsed.success ? provider.grants.request(parsed.data.request) : undefined;
    if (!parsed.success || !request) return refuse(c, messages.expired);
    const choice = parsed.data;
    if (choice.deny !== undefined) {
      provider.grants.deny(choice.request);
      return answer(c, request, dialect.denial);
    }
    const person = choice.subject
      ? demoPeople(provider.id).find(({ subject }) => subject === choice.subject)
      : toPerson(provider.id, {
          name: choice.name || 'Somebody',
          email: choice.email,
          isEmailVerified: choice.verified !== undefined,
        });
    const code = person && provider.grants.consent(choice.request, person);
    return code === undefined ? refuse(c, messages.expired) : answer(c, request, { code });
  });
  return app;
}
