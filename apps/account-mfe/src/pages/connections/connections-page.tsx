import type { Connections } from '@plaza/contracts';
import type { PageProps } from '@plaza/federation/remote';
import { Card } from '@plaza/ui/card';
import { Notice } from '@plaza/ui/notice';
import { AccountFrame } from '../../account-frame/account-frame.tsx';
import { ConnectedAccounts } from '../../social/connected-accounts.tsx';
import { socialMessages } from '../../social/messages.ts';
import { SocialProblem } from '../../social/social-problem.tsx';

const texts = socialMessages.connections;

/** With whom the account is connected; also where the browser comes back to from a provider. */
export function ConnectionsPage({ data, search }: PageProps<Connections>) {
  const providers = [...data.connected.map(({ provider }) => provider), ...data.available];
  const connected = data.connected.find(({ provider }) => provider.id === search.connected);
  return (
    <AccountFrame current="connections" title={texts.title} text={texts.text}>
      <div>
        <SocialProblem search={search} providers={providers} />
        {connected && (
          <Notice tone="positive" className="mb-6">
            {texts.done(connected.provider.name)}
          </Notice>
        )}
        <Card className="md:p-6">
          <ConnectedAccounts initial={data} />
        </Card>
      </div>
    </AccountFrame>
  );
}
