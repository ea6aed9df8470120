import { useEffect, useState } from 'react';

/**
 * The token behind the `#` of a mailed link, which is taken from the address at once: it is in no history, and no other
 * page sees it. A link that is opened while the page stands counts too. Null until the browser has looked; empty when
 * there is none.
 */
export function useLinkToken(): string | null {
  const [token, setToken] = useState<string | null>(null);
  useEffect(() => {
    const read = () => {
      const found = location.hash.slice(1);
      setToken((known) => found || known || '');
      if (found !== '') history.replaceState(history.state, '', location.pathname + location.search);
    };
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return token;
}
