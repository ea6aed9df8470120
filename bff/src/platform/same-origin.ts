/** The headers by which a browser says where a request comes from. */
export interface OriginHeaders {
  origin: string | undefined;
  secFetchSite: string | undefined;
}

/**
 * Whether a request that changes something may be believed to come from our own pages. Browsers state it and pages
 * cannot forge it; a request without either header is not from a browser's page and carries no one else's cookies.
 * @param publicOrigin the origin that shoppers see
 */
export function isSameOrigin({ origin, secFetchSite }: OriginHeaders, publicOrigin: string): boolean {
  if (secFetchSite !== undefined) return secFetchSite === 'same-origin' || secFetchSite === 'none';
  return origin === undefined || origin === publicOrigin;
}
