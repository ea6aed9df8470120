import { isClient } from './grants.ts';
import { type Dialect, hang, type Provider } from './provider.ts';

/** OAuth as GitHub speaks it: errors come with status 200, addresses from an endpoint of their own. */
export function github({ baseUrl, client, grants, faults }: Provider): Dialect {
  return {
    authorizePath: '/login/oauth/authorize',
    issuer: `${baseUrl}/login/oauth`,
    denial: {
      error: 'access_denied',
      error_description: 'The user has denied your application access.',
    },
    addEndpoints: (app) => {
      app.post('/login/oauth/access_token', async (c) => {
        if (faults.has('token_hangs')) return hang();
        if (faults.has('token_fails')) return c.text('Unicorn!', 502);
        const form = new URLSearchParams(await c.req.text());
        if (!isClient(client, c.req.header('authorization'), form))
          return c.json({ error: 'incorrect_client_credentials' });
        const redeemed = grants.redeem({
          code: form.get('code') ?? '',
          redirectUri: form.get('redirect_uri') ?? '',
          codeVerifier: form.get('code_verifier'),
        });
        if (!redeemed) return c.json({ error: 'bad_verification_code' });
        const answer = {
          access_token: redeemed.accessToken,
          token_type: 'bearer',
          scope: redeemed.grant.request.scopes.join(','),
        };
        // A form unless asked for JSON.
        if (c.req.header('accept')?.includes('json')) return c.json(answer);
        return c.body(new URLSearchParams(answer).toString(), 200, {
          'content-type': 'application/x-www-form-urlencoded',
        });
      });
      app.use('/api/*', async (c, next) => {
        if (faults.has('profile_hangs')) return hang();
        if (faults.has('profile_fails')) return c.json({ message: 'Server Error' }, 500);
        if (!c.req.header('user-agent')) return c.text('Request forbidden: set a User-Agent.', 403);
        return next();
      });
      app.get('/api/user', (c) => {
        const grant = grants.grantOf(c.req.header('authorization'));
        if (!grant) return c.json({ message: 'Bad credentials' }, 401);
        const { subject, login, name } = grant.person;
        return c.json({ id: Number(subject), login, name, email: null, type: 'User' });
      });
      app.get('/api/user/emails', (c) => {
        const grant = grants.grantOf(c.req.header('authorization'));
        if (!grant) return c.json({ message: 'Bad credentials' }, 401);
        if (!grant.request.scopes.includes('user:email')) return c.json({ message: 'Not Found' }, 404);
        const { email, login, isEmailVerified } = grant.person;
        if (email === null) return c.json([]);
        return c.json([
          // An address that is verified, but not the one that counts.
          { email: `${login}@users.noreply.test`, primary: false, verified: true, visibility: null },
          { email, primary: true, verified: isEmailVerified, visibility: 'private' },
        ]);
      });
    },
  };
}
