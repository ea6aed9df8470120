import type { Connections } from '@plaza/contracts';
import type { PageProps } from '@plaza/federation/remote';
import { Container } from '@plaza/ui/container';
import { Notice } from '@plaza/ui/notice';
import { ConnectedAccounts } from '../../social/connected-accounts.tsx';
import { socialMessages } from '../../social/messages.ts';
import { SocialProblem } from '../../social/social-problem.tsx';

const texts = socialMessages.connections;

/** With whom the account is connected; also where the browser comes back to from a provider. */
export function ConnectionsPage({ data, search }: PageProps<Connections>) {
  const providers = [...data.connected.map(({ provider }) => provider), ...data.available];
  const connected = data.connected.find(({ provider }) => provider.id === search.connected);
  return (
    <Container className="pt-8 pb-20 lg:pt-12">
      <div className="mx-auto max-w-xl">
        <h1 className="mb-2 text-3xl font-semibold">{texts.title}</h1>
        <p className="mb-6 text-ink-muted">{texts.text}</p>
        <SocialProblem search={search} providers={providers} />
        {connected && (
          <Notice tone="positive" className="mb-6">
            {texts.done(connected.provider.name)}
          </Notice>
        )}
        <ConnectedAccounts initial={data} />
      </div>
    </Container>
  );
}
