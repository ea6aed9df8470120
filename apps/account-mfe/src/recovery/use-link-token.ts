import { useEffect, useState } from 'react';

/**
 * The token behind the `#` of a mailed link, which is taken from the address at once: it is in no history, and no other
 * page sees it. Null until the browser has looked; empty when there is none.
 */
export function useLinkToken(): string | null {
  const [token, setToken] = useState<string | null>(null);
  useEffect(() => {
    const found = decodeURIComponent(location.hash.slice(1).replaceAll('%', '%25'));
    // React runs effects twice while developing: the second look finds nothing any more.
    setToken((known) => known || found);
    if (found !== '') history.replaceState(history.state, '', location.pathname + location.search);
  }, []);
  return token;
}
