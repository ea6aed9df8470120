import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { isClient } from './grants.ts';
import { type Dialect, hang, type Provider } from './provider.ts';

const ID_TOKEN_LIFE = '5m';

/** OpenID Connect as Google speaks it, with its discovery document and keys. */
export async function google(provider: Provider): Promise<Dialect> {
  const { baseUrl: issuer, client, grants, faults } = provider;
  const [own, foreign] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const kid = crypto.randomUUID();
  const jwk = { ...(await exportJWK(own.publicKey)), kid, use: 'sig', alg: 'RS256' };

  const signIdToken = (claims: Record<string, unknown>, subject: string) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
      .setIssuer(faults.has('wrong_issuer') ? 'https://accounts.example' : issuer)
      .setSubject(subject)
      .setAudience(faults.has('wrong_audience') ? 'another-shop' : client.id)
      .setIssuedAt()
      .setExpirationTime(ID_TOKEN_LIFE)
      .sign(faults.has('foreign_key') ? foreign.privateKey : own.privateKey);

  return {
    authorizePath: '/o/oauth2/v2/auth',
    issuer,
    denial: { error: 'access_denied' },
    addEndpoints: (app) => {
      app.get('/.well-known/openid-configuration', (c) =>
        c.json({
          issuer,
          authorization_endpoint: `${issuer}/o/oauth2/v2/auth`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/oauth2/v3/certs`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          scopes_supported: ['openid', 'email', 'profile'],
          token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
          code_challenge_methods_supported: ['S256'],
          authorization_response_iss_parameter_supported: true,
        }),
      );
      app.get('/oauth2/v3/certs', (c) => c.json({ keys: [jwk] }));
      app.post('/token', async (c) => {
        if (faults.has('token_hangs')) return hang();
        if (faults.has('token_fails')) return c.json({ error: 'server_error' }, 500);
        const form = new URLSearchParams(await c.req.text());
        if (!isClient(client, c.req.header('authorization'), form))
          return c.json({ error: 'invalid_client' }, 401);
        if (form.get('grant_type') !== 'authorization_code')
          return c.json({ error: 'unsupported_grant_type' }, 400);
        const redeemed = grants.redeem({
          code: form.get('code') ?? '',
          redirectUri: form.get('redirect_uri') ?? '',
          codeVerifier: form.get('code_verifier'),
        });
        if (!redeemed) return c.json({ error: 'invalid_grant' }, 400);
        const { person, request } = redeemed.grant;
        const nonce = faults.has('wrong_nonce') ? 'another-nonce' : request.nonce;
        const idToken = await signIdToken(
          {
            ...(nonce !== null && { nonce }),
            ...(request.scopes.includes('profile') && { name: person.name }),
            ...(request.scopes.includes('email') &&
              person.email !== null && { email: person.email, email_verified: person.isEmailVerified }),
          },
          person.subject,
        );
        return c.json({
          access_token: redeemed.accessToken,
          token_type: 'Bearer',
          expires_in: 600,
          scope: request.scopes.join(' '),
          ...(!faults.has('no_id_token') && { id_token: idToken }),
        });
      });
    },
  };
}
