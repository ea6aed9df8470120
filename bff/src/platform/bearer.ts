const BEARER = /^bearer +(\S+)\s*$/i;

/** The token of an `Authorization: Bearer` header; null when there is none. Other schemes are not ours to read. */
export const bearerTokenIn = (authorization: string | undefined): string | null =>
  BEARER.exec(authorization ?? '')?.[1] ?? null;

interface Credentials {
  authorization: string | undefined;
  cookie: string | undefined;
}

/**
 * Whether a request can act for nobody but the holder of its token. Pages of other sites cannot add a token that they do
 * not have, so such a request need not say where it comes from.
 */
export const isTokenOnly = ({ authorization, cookie }: Credentials): boolean =>
  bearerTokenIn(authorization) !== null && cookie === undefined;

/** Two answers to the question who asks are one too many. */
export const isAmbiguous = ({ authorization, cookie }: Credentials): boolean =>
  bearerTokenIn(authorization) !== null && cookie !== undefined;
export const AMBIGUOUS = 'Send a token or cookies, not both.';
