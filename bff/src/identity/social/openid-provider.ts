import { emailSchema } from '@plaza/contracts';
import * as openid from 'openid-client';
import { z } from 'zod';
import type { SocialSetting } from '../../platform/social-settings.ts';
import { FACEBOOK_VERSION, readFacebookProfile, readGithubProfile } from './profiles.ts';
import { type Proofs, ProviderProblem, type SocialProfile, type SocialProvider } from './provider.ts';

const PROVIDER_TIMEOUT_MS = 5_000;
const DISCOVERY_LIFE_MS = 24 * 3_600_000;

const SCOPES: Record<SocialSetting['kind'], string> = {
  google: 'openid email profile',
  github: 'read:user user:email',
  facebook: 'public_profile email',
  oidc: 'openid email profile',
};

const claimsSchema = z.object({
  sub: z.string(),
  name: z.string().nullish(),
  email: emailSchema.nullish().catch(null),
  // Some write it as text.
  email_verified: z.union([z.boolean(), z.literal('true').transform(() => true)]).catch(false),
});

/**
 * A provider behind openid-client: authorization code with PKCE (S256), state, and the issuer checked in the answer.
 * With OpenID Connect the person comes from the id token, whose signature, issuer, audience and nonce are checked.
 */
export function openProvider(setting: SocialSetting, timeoutMs = PROVIDER_TIMEOUT_MS): SocialProvider {
  const { id, kind, name } = setting;
  const hasIdToken = kind === 'google' || kind === 'oidc';
  const configuration = hasIdToken ? discovered(setting, timeoutMs) : known(setting, timeoutMs);
  return {
    id,
    kind,
    name,
    method: kind,
    authorizationUrl: (redirectUri, proofs) =>
      asProblem(async () => {
        const parameters = {
          redirect_uri: redirectUri,
          scope: SCOPES[kind],
          state: proofs.state,
          code_challenge: await openid.calculatePKCECodeChallenge(proofs.codeVerifier),
          code_challenge_method: 'S256',
          ...(hasIdToken && { nonce: proofs.nonce }),
        };
        return openid.buildAuthorizationUrl(await configuration(), parameters).href;
      }),
    readProfile: (callbackUrl, proofs) =>
      asProblem(async () => {
        const tokens = await redeem(await configuration(), callbackUrl, proofs, hasIdToken);
        if (kind === 'github') return readGithubProfile(setting, tokens.access_token, timeoutMs);
        if (kind === 'facebook') return readFacebookProfile(setting, tokens.access_token, timeoutMs);
        return toProfile(tokens.claims());
      }),
  };
}

const redeem = (
  configuration: openid.Configuration,
  callbackUrl: URL,
  { state, nonce, codeVerifier }: Proofs,
  hasIdToken: boolean,
) =>
  openid.authorizationCodeGrant(configuration, callbackUrl, {
    expectedState: state,
    pkceCodeVerifier: codeVerifier,
    ...(hasIdToken && { expectedNonce: nonce, idTokenExpected: true }),
  });

function toProfile(claims: unknown): SocialProfile {
  const { sub, name, email, email_verified: isVerified } = claimsSchema.parse(claims);
  return {
    subject: sub,
    name: name ?? null,
    email: email ?? null,
    isEmailVerified: email ? isVerified : false,
  };
}

/** Reads the discovery document when it is first needed, again after a day, and again when it could not be read. */
function discovered(setting: SocialSetting, timeoutMs: number): () => Promise<openid.Configuration> {
  let kept: { configuration: Promise<openid.Configuration>; until: number } | undefined;
  const { issuer, clientId, clientSecret, allowHttp } = setting;
  return () => {
    if (kept && kept.until > Date.now()) return kept.configuration;
    const configuration = openid.discovery(
      new URL(issuer),
      clientId,
      clientSecret,
      authenticate(clientSecret),
      {
        timeout: timeoutMs / 1_000,
        // The signature too is checked, although the token comes by a connection of our own.
        execute: [openid.enableNonRepudiationChecks, ...(allowHttp ? [openid.allowInsecureRequests] : [])],
      },
    );
    const next = { configuration, until: Date.now() + DISCOVERY_LIFE_MS };
    kept = next;
    configuration.catch(() => {
      if (kept === next) kept = undefined;
    });
    return configuration;
  };
}

/** Those whose endpoints are written down instead of discovered. */
function known(setting: SocialSetting, timeoutMs: number): () => Promise<openid.Configuration> {
  const { kind, issuer, apiUrl, clientId, clientSecret, allowHttp } = setting;
  const endpoints =
    kind === 'github'
      ? { authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/access_token` }
      : {
          authorization_endpoint: `${issuer}/${FACEBOOK_VERSION}/dialog/oauth`,
          token_endpoint: `${apiUrl}/${FACEBOOK_VERSION}/oauth/access_token`,
        };
  const configuration = new openid.Configuration(
    { issuer, ...endpoints },
    clientId,
    clientSecret,
    openid.ClientSecretPost(clientSecret),
  );
  configuration.timeout = timeoutMs / 1_000;
  if (allowHttp) openid.allowInsecureRequests(configuration);
  return async () => configuration;
}

/** By post where the provider takes that, else by the header, which is what a provider that says nothing takes. */
const authenticate =
  (clientSecret: string): openid.ClientAuth =>
  (server, client, body, headers) => {
    const byPost = server.token_endpoint_auth_methods_supported?.includes('client_secret_post') ?? false;
    const method = byPost ? openid.ClientSecretPost(clientSecret) : openid.ClientSecretBasic(clientSecret);
    method(server, client, body, headers);
  };

async function asProblem<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof openid.AuthorizationResponseError)
      throw new ProviderProblem(error.error === 'access_denied' ? 'denied' : 'provider_refused', error);
    throw new ProviderProblem(isAway(error) ? 'provider_unavailable' : 'provider_refused', error);
  }
}

/** An answer behind an error, known by its form: its class is not the same everywhere. */
const answerSchema = z.object({ status: z.number() });

/** Whether an error says that nobody was there, rather than that something was wrong with the answer. */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof openid.ClientError && error.code === 'OAUTH_TIMEOUT') return true;
  if (error.name === 'TimeoutError' || (error instanceof TypeError && error.message === 'fetch failed'))
    return true;
  if (error instanceof openid.ResponseBodyError) return error.status >= 500;
  const answer = answerSchema.safeParse(error.cause);
  return answer.success ? answer.data.status >= 500 : isAway(error.cause);
}
