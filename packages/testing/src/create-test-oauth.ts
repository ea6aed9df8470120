import { type Fault, type ProviderId, startOAuthStandIn } from '@plaza/local/oauth';
import { findFreePort } from '@plaza/local/processes';

/** What somebody does on a provider's page. */
export type Consent = 'deny' | { name: string; email: string | null; isEmailVerified: boolean };

export interface TestOAuth {
  /** For `SOCIAL_PROVIDERS`. */
  settings: string;
  /** What a provider shall get wrong from now on; emptied by the test that filled it. */
  faultsOf(id: ProviderId): Set<Fault>;
  /** Does at a provider what a person and their browser do. Answers where the browser is sent from there. */
  consent(authorizeUrl: string, consent: Consent): Promise<URL>;
  /** Ends the server; calls to it fail from then on. */
  drop(): Promise<void>;
}

/** Starts stand-ins of Google, GitHub and Facebook. @param shopOrigin whose redirect URIs are registered */
export async function createTestOAuth(shopOrigin: string): Promise<TestOAuth> {
  const port = await findFreePort();
  const publicOrigin = `http://127.0.0.1:${port}`;
  const standIn = await startOAuthStandIn({ port, host: '127.0.0.1', publicOrigin, shopOrigin });
  return {
    settings: standIn.settings,
    faultsOf: standIn.faultsOf,
    consent: async (authorizeUrl, consent) => {
      const page = await fetch(authorizeUrl, { redirect: 'manual' });
      const text = await page.text();
      if (page.status !== 200) throw new Error(`The provider refused (${page.status}): ${text}`);
      const request = /name="request" value="([\w-]+)"/.exec(text)?.[1] ?? '';
      const action = /action="([^"]+)"/.exec(text)?.[1] ?? '';
      const answer = await fetch(publicOrigin + action, {
        method: 'POST',
        body: new URLSearchParams({ request, ...toForm(consent) }),
        redirect: 'manual',
      });
      return new URL(answer.headers.get('location') ?? '');
    },
    drop: () => standIn.stop(),
  };
}

function toForm(consent: Consent): Record<string, string> {
  if (consent === 'deny') return { deny: '1' };
  const { name, email, isEmailVerified } = consent;
  return { name, email: email ?? '', ...(isEmailVerified && { verified: '1' }) };
}
