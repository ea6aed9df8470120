import { createHmac } from 'node:crypto';
import type { Context } from 'hono';
import { isClient } from './grants.ts';
import { type Dialect, hang, type Provider } from './provider.ts';

const VERSION = 'v25.0';

/** OAuth as Facebook's Graph API speaks it. Nothing in it says whether an address is verified. */
export function facebook({ client, grants, faults }: Provider): Dialect {
  const problem = (c: Context, status: 400 | 401 | 500, code: number, message: string) =>
    c.json({ error: { message, type: 'OAuthException', code, fbtrace_id: 'local' } }, status);
  return {
    authorizePath: `/${VERSION}/dialog/oauth`,
    issuer: null,
    denial: {
      error: 'access_denied',
      error_code: '200',
      error_reason: 'user_denied',
      error_description: 'Permissions error',
    },
    addEndpoints: (app) => {
      app.post(`/${VERSION}/oauth/access_token`, async (c) => {
        if (faults.has('token_hangs')) return hang();
        if (faults.has('token_fails')) return problem(c, 500, 2, 'An unexpected error has occurred.');
        const form = new URLSearchParams(await c.req.text());
        if (!isClient(client, c.req.header('authorization'), form))
          return problem(c, 400, 101, 'Error validating application.');
        const redeemed = grants.redeem({
          code: form.get('code') ?? '',
          redirectUri: form.get('redirect_uri') ?? '',
          codeVerifier: form.get('code_verifier'),
        });
        if (!redeemed) return problem(c, 400, 100, 'This authorization code has been used.');
        return c.json({ access_token: redeemed.accessToken, token_type: 'bearer', expires_in: 600 });
      });
      app.get(`/${VERSION}/me`, (c) => {
        if (faults.has('profile_hangs')) return hang();
        if (faults.has('profile_fails')) return problem(c, 500, 2, 'An unexpected error has occurred.');
        const authorization = c.req.header('authorization');
        const grant = grants.grantOf(authorization);
        if (!grant) return problem(c, 401, 190, 'Invalid OAuth access token.');
        const token = authorization?.split(' ')[1] ?? '';
        const proof = createHmac('sha256', client.secret).update(token).digest('hex');
        if (c.req.query('appsecret_proof') !== proof)
          return problem(c, 400, 100, 'API calls from the server require an appsecret_proof argument');
        const fields = (c.req.query('fields') ?? 'id,name').split(',');
        const { subject, name, email } = grant.person;
        return c.json({
          id: subject,
          ...(fields.includes('name') && { name }),
          ...(fields.includes('email') &&
            grant.request.scopes.includes('email') &&
            email !== null && { email }),
        });
      });
    },
  };
}
