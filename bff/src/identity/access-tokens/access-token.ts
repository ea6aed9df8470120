import { API_SCOPE_NAMES, type ApiScope, idSchema, newId, type Role } from '@plaza/contracts';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Services } from '../../platform/services.ts';
import { signingKeyAt, TOKEN_LIFE_MS } from './plan-rotation.ts';
import { readSigningKeys } from './signing-keys.ts';

const ALGORITHM = 'EdDSA';
/** Says that it is an access token (RFC 9068), so that no other kind of signed text passes for one. */
const TYPE = 'at+jwt';
const MAX_LENGTH = 4_096;

/** Who signs, and for whom: whoever verifies asks for both. */
export const issuerOf = ({ env }: Pick<Services, 'env'>): string => new URL(env.PUBLIC_URL).origin;
const audienceOf = (services: Pick<Services, 'env'>): string => `${issuerOf(services)}/api`;

/** What a token says. */
export interface AccessGrant {
  clientId: string;
  accountId: string;
  scopes: ApiScope[];
}

/** Signs a token for ten minutes. */
export async function issueAccessToken(
  services: Services,
  { clientId, accountId, scopes, roles }: AccessGrant & { roles: readonly Role[] },
): Promise<{ token: string; expiresInS: number }> {
  const { keys } = await readSigningKeys(services);
  const now = services.clock.now();
  const key = signingKeyAt(keys, now);
  if (!key) throw new Error('There is no key to sign with.');
  const issuedAtS = Math.floor(now.getTime() / 1_000);
  const expiresInS = TOKEN_LIFE_MS / 1_000;
  const token = await new SignJWT({
    sid: clientId,
    client_id: clientId,
    scope: scopes.join(' '),
    roles: [...roles],
  })
    .setProtectedHeader({ alg: ALGORITHM, kid: key.id, typ: TYPE })
    .setIssuer(issuerOf(services))
    .setAudience(audienceOf(services))
    .setSubject(accountId)
    .setJti(newId())
    .setIssuedAt(issuedAtS)
    .setExpirationTime(issuedAtS + expiresInS)
    .sign(key.privateKey);
  return { token, expiresInS };
}

const claimsSchema = z.object({ sub: idSchema, sid: idSchema, scope: z.string() });

/**
 * What a token says if we have signed it, for us, and it still works; else null. That it is somebody's who is still
 * welcome has to be asked for.
 */
export async function verifyAccessToken(services: Services, token: string): Promise<AccessGrant | null> {
  if (token.length > MAX_LENGTH) return null;
  const { keys } = await readSigningKeys(services);
  try {
    const { payload } = await jwtVerify(
      token,
      ({ kid }) => {
        const key = keys.find(({ id }) => id === kid);
        if (!key) throw new errors.JWKSNoMatchingKey();
        return key.publicKey;
      },
      {
        algorithms: [ALGORITHM],
        typ: TYPE,
        issuer: issuerOf(services),
        audience: audienceOf(services),
        requiredClaims: ['exp', 'iat', 'jti', 'sub'],
        maxTokenAge: TOKEN_LIFE_MS / 1_000,
        currentDate: services.clock.now(),
      },
    );
    const claims = claimsSchema.safeParse(payload);
    if (!claims.success) return null;
    const given = new Set(claims.data.scope.split(' '));
    return {
      clientId: claims.data.sid,
      accountId: claims.data.sub,
      scopes: API_SCOPE_NAMES.filter((scope) => given.has(scope)),
    };
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return null;
    throw error;
  }
}
